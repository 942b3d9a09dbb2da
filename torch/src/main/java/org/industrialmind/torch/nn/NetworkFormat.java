package org.industrialmind.torch.nn;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Arrays;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.node.ObjectNode;

/**
 * Networks as JSON: the records as they are, each layer under its own name.
 *
 * <pre>{@code
 * {"inputShape": [60, 30], "layers": [{"layer": "Lstm", "inputs": 30, "hidden": 64}, {"layer": "TakeLast"}]}
 * }</pre>
 */
public final class NetworkFormat {
    /** Says where the name of a layer stands. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "layer")
    private interface Named {}

    private static final JsonMapper JSON = JsonMapper.builder()
            .addMixIn(LayerSpec.class, Named.class)
            .registerSubtypes(Arrays.stream(LayerSpec.class.getPermittedSubclasses())
                    .map(layer -> new NamedType(layer, layer.getSimpleName()))
                    .toArray(NamedType[]::new))
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private NetworkFormat() {}

    public static ObjectNode write(NetworkSpec spec) {
        return JSON.valueToTree(spec);
    }

    /** @throws IllegalArgumentException if the JSON holds another thing, a layer without a name, or layers that do not fit */
    public static NetworkSpec read(JsonNode json) {
        try {
            return JSON.treeToValue(json, NetworkSpec.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("JSON describes no network: " + e.getOriginalMessage(), e);
        }
    }
}
