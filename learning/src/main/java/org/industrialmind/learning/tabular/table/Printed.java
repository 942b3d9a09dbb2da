package org.industrialmind.learning.tabular.table;

import java.util.ArrayList;
import java.util.List;

/** Prints rows in columns: numbers to the right, everything else to the left. */
final class Printed {
    private static final int WIDEST = 24;

    private Printed() {}

    static String of(Table table, int rows) {
        List<String[]> blocks = new ArrayList<>();
        for (Column column : table.columns()) {
            blocks.add(block(column, rows));
        }
        StringBuilder text = new StringBuilder();
        for (int line = 0; line <= rows; line++) {
            StringBuilder cells = new StringBuilder();
            for (String[] block : blocks) {
                cells.append(cells.isEmpty() ? "" : "  ").append(block[line]);
            }
            text.append(cells.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static String[] block(Column column, int rows) {
        String[] cells = new String[rows + 1];
        int width = 0;
        for (int line = 0; line <= rows; line++) {
            cells[line] = cut(line == 0 ? column.name() : column.isMissing(line - 1) ? "-" : column.text(line - 1));
            width = Math.max(width, cells[line].length());
        }
        for (int line = 0; line <= rows; line++) {
            String space = " ".repeat(width - cells[line].length());
            cells[line] = column.kind() == Kind.NUMERIC ? space + cells[line] : cells[line] + space;
        }
        return cells;
    }

    private static String cut(String cell) {
        String line = cell.replaceAll("\\s+", " ");
        return line.length() <= WIDEST ? line : line.substring(0, WIDEST - 1) + "\u2026";
    }
}
