package org.industrialmind.recipes.shelf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.industrialmind.learning.plot.Plot;
import org.industrialmind.learning.report.Report;
import org.industrialmind.recipes.recipe.Findings;
import org.industrialmind.recipes.recipe.RecipeCard;
import org.industrialmind.recipes.recipe.ResultTable;

/**
 * What a recipe found, as a folder: {@code report.json} for programs, {@code report.html} for people, a file a plot, and what the
 * recipe attached.
 */
final class SavedFindings {
    private final RecipeCard card;
    private final List<Long> seeds;
    private final Instant started;

    SavedFindings(RecipeCard card, List<Long> seeds, Instant started) {
        this.card = card;
        this.seeds = seeds;
        this.started = started;
    }

    /** Writes the folder and returns the page in it. */
    Path write(Findings findings, Path folder, Instant now) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, Plot> plot : findings.plots().entrySet()) {
            Files.write(folder.resolve(fileName(plot)), plot.getValue().bytes());
        }
        for (Map.Entry<String, byte[]> file : findings.files().entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        Report report = new Report("recipes run " + card.name(), started);
        seeds.forEach(report::seed);
        report.data("name", card.name());
        findings.metrics().forEach(report::metric);
        report.write(folder, now);
        return Files.writeString(folder.resolve("report.html"), page(findings), StandardCharsets.UTF_8);
    }

    private static String fileName(Map.Entry<String, Plot> plot) {
        return plot.getKey() + "." + plot.getValue().ending();
    }

    private String page(Findings findings) {
        StringBuilder page =
                new StringBuilder("""
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><title>%s</title><style>
                body { font: 15px/1.5 sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #222 }
                table { border-collapse: collapse; margin: 1rem 0 } caption { text-align: left; font-weight: 600 }
                th, td { padding: .25rem .75rem; border-bottom: 1px solid #ddd; text-align: right }
                th:first-child, td:first-child { text-align: left } img { max-width: 100%% }
                </style></head><body>
                <h1>%s</h1><p>%s</p>
                """.formatted(escaped(card.name()), escaped(card.name()), escaped(card.question())));
        findings.tables().forEach(table -> page.append(html(table)));
        findings.sentences()
                .forEach(
                        sentence -> page.append("<p>").append(escaped(sentence)).append("</p>\n"));
        findings.plots()
                .entrySet()
                .forEach(plot ->
                        page.append("<p><img alt=\"%s\" src=\"%s\"></p>%n".formatted(plot.getKey(), fileName(plot))));
        findings.files().keySet().forEach(file -> page.append("<p><a href=\"%s\">%s</a></p>%n".formatted(file, file)));
        page.append(
                "<p><small>Data: %s. Seeds: %s.</small></p></body></html>%n".formatted(escaped(card.licence()), seeds));
        return page.toString();
    }

    private static String html(ResultTable table) {
        StringBuilder html = new StringBuilder("<table><caption>" + escaped(table.title()) + "</caption><tr><th></th>");
        table.columns()
                .forEach(column -> html.append("<th>").append(escaped(column)).append("</th>"));
        for (ResultTable.Row row : table.rows()) {
            html.append("</tr>\n<tr><td>").append(escaped(row.name())).append("</td>");
            row.cells()
                    .forEach(cell ->
                            html.append("<td>").append(escaped(cell.text())).append("</td>"));
        }
        return html.append("</tr></table>\n").toString();
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
