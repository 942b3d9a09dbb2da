package org.industrialmind.telemetry.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads tables of JSON rows as they arrive, without holding more than one row: {@code "dataset": [[...], [...]]} of QuestDB
 * and {@code "values": [[...], [...]]} of InfluxDB. Cells are handed on as the text they came in, so no digit is lost.
 */
final class AnswerReader {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private AnswerReader() {}

    /** Takes one row; an absent value is null. */
    interface RowTaker {
        void take(List<@Nullable String> cells);
    }

    /**
     * Hands every row to the taker and closes the stream.
     *
     * @param table the name of the array of rows
     * @throws UncheckedIOException if the answer breaks off
     * @throws DatabaseDoor.Refused if the answer holds a field {@code error}
     */
    static void rows(InputStream answer, String table, RowTaker taker) {
        try (answer;
                JsonParser parser = JSON.createParser(answer)) {
            boolean ended = false;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.PROPERTY_NAME && parser.currentName().equals("error")) {
                    parser.nextToken();
                    throw new DatabaseDoor.Refused(parser.getString());
                }
                if (token == JsonToken.PROPERTY_NAME && parser.currentName().equals(table)) {
                    parser.nextToken();
                    table(parser, taker);
                }
                ended = token == JsonToken.END_OBJECT
                        && parser.streamReadContext().inRoot();
            }
            if (!ended) {
                throw new UncheckedIOException(new IOException("the answer ends before its end"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JacksonException e) {
            throw new UncheckedIOException(new IOException("the answer is not the JSON expected", e));
        }
    }

    private static void table(JsonParser parser, RowTaker taker) {
        while (parser.nextToken() == JsonToken.START_ARRAY) {
            List<@Nullable String> cells = new ArrayList<>();
            for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                if (token == null) {
                    return; // broken off; the caller notices the missing end
                }
                cells.add(token == JsonToken.VALUE_NULL ? null : parser.getString());
            }
            taker.take(cells);
        }
    }
}
