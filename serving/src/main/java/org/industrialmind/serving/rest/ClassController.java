package org.industrialmind.serving.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.industrialmind.serving.platform.AssetDirectory;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.FrameSchema;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The classes of machines: what is measured on each. */
@RestController
@RequestMapping("/api/v1/classes")
@Tag(name = "Classes", description = "Classes of machines by ISO 14224, and what is measured on theirs")
public class ClassController {
    private final AssetDirectory directory;

    ClassController(AssetDirectory directory) {
        this.directory = directory;
    }

    /** A class of machines. */
    public record ClassView(String equipmentClass, String period, List<ChannelView> channels, long machines) {}

    @GetMapping
    @Operation(summary = "Lists the classes that are known, with what is measured and how many machines there are")
    List<ClassView> list() {
        List<Asset> machines = directory.assets();
        return directory.classes().stream()
                .map(schema -> view(schema, machines))
                .toList();
    }

    @PutMapping("/{name}")
    @Operation(
            summary = "Says what is measured on the machines of a class",
            description = "As long as it has none: what is measured on a machine decides how its readings are kept and"
                    + " judged, so another set of channels is another class.")
    ClassView describe(@PathVariable String name, @RequestBody ClassBody said) {
        FrameSchema schema = said.schema(name);
        directory.describe(schema);
        return view(schema, directory.assets());
    }

    private static ClassView view(FrameSchema schema, List<Asset> machines) {
        return new ClassView(
                schema.equipmentClass().code(),
                schema.period().toString(),
                schema.channels().stream().map(ChannelView::of).toList(),
                machines.stream()
                        .filter(asset -> asset.equipmentClass().equals(schema.equipmentClass()))
                        .count());
    }
}
