package org.industrialmind.learning.tabular.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The names and kinds of a table's columns, in order. */
public record Schema(List<Field> fields) {
    public Schema {
        fields = List.copyOf(fields);
    }

    public List<String> names() {
        return fields.stream().map(Field::name).toList();
    }

    public Optional<Field> find(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /**
     * Returns what the other schema lacks of this one, in words: a column that is not there or is of another kind. Empty
     * where nothing is lacking; further columns and another order do not matter.
     */
    public List<String> lackingIn(Schema other) {
        List<String> lacking = new ArrayList<>();
        for (Field field : fields) {
            Optional<Field> there = other.find(field.name());
            if (there.isEmpty()) {
                lacking.add("column " + field + " is not there" + Names.nearest(field.name(), other.names()));
            } else if (there.get().kind() != field.kind()) {
                lacking.add(
                        "column '" + field.name() + "' is " + there.get().kind().word() + ", expected "
                                + field.kind().word());
            }
        }
        return lacking;
    }
}
