package org.industrialmind.serving.life;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.industrialmind.learning.prognosis.LifeAnswer;
import org.industrialmind.learning.prognosis.RemainingLifeModel;
import org.industrialmind.learning.prognosis.RunToFailure;
import org.industrialmind.learning.prognosis.ensemble.CrossFittedModel;
import org.industrialmind.serving.web.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Kept models of remaining life, asked {@linkplain OneForecast one at a time}. */
@RestController
@RequestMapping("/api/v1/life-models")
@Tag(name = "Remaining life", description = "Models trained on runs to failure: how long will these units last?")
public class LifeModelController {
    private static final Logger LOG = LoggerFactory.getLogger(LifeModelController.class);

    private final LifeModels models;

    LifeModelController(LifeModels models) {
        this.models = models;
    }

    @GetMapping
    @Operation(summary = "Lists the kept models with what each wants to be told of a unit, by name")
    LifeModelsView all() throws IOException {
        List<LifeModelView> readable = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (String name : models.names()) {
            try {
                models.find(name).ifPresent(model -> readable.add(LifeModelView.of(name, model)));
            } catch (IOException broken) {
                LOG.warn("event=life_model_refused name={} cause=\"{}\"", name, broken.toString());
                unreadable.add(name);
            }
        }
        for (String name : models.misnamed()) {
            LOG.warn(
                    "event=life_model_refused name=\"{}\" cause=\"expected a name of a-z, 0-9 and -, 63 at most;"
                            + " rename it\"",
                    name);
            unreadable.add(name);
        }
        return new LifeModelsView(readable, unreadable);
    }

    @GetMapping("/{name}")
    @Operation(summary = "Returns one kept model, with what it wants to be told of a unit")
    LifeModelView one(@PathVariable String name) {
        return LifeModelView.of(name, model(name));
    }

    @PostMapping("/{name}/forecasts")
    @Operation(
            summary = "Tells how long units will last that are known so far",
            description =
                    "Of each unit its ages and the readings at them. The answer has for each the expected life left,"
                            + " its median and interval, the chance of a failure within a time, and the modes of failure,"
                            + " likeliest first. Nothing is kept.")
    ForecastsView forecasts(@PathVariable String name, @RequestBody HistoryBody history) {
        CrossFittedModel kept = model(name);
        List<RunToFailure> units = history.runs(kept.schema());
        double within =
                Objects.requireNonNullElse(history.within(), kept.question().horizon());
        RemainingLifeModel asked = Boolean.TRUE.equals(history.together()) ? kept.adaptedTo(units, unit -> true) : kept;
        List<LifeAnswer> answers =
                units.stream().map(unit -> LifeAnswer.of(asked, unit, within)).toList();
        return new ForecastsView(name, kept.schema().fleet(), kept.schema().lifeUnit(), answers);
    }

    private CrossFittedModel model(String name) {
        try {
            return models.find(name)
                    .orElseThrow(() -> Problem.notFound(
                            "there is no model of remaining life '" + name + "'", "list the life models"));
        } catch (IOException broken) {
            throw new Problem(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "the model of remaining life '" + name
                            + "' cannot be believed: its files are not as they were saved",
                    "train it again; the log says which file it is",
                    broken);
        }
    }
}
