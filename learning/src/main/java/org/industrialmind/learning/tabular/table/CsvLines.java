package org.industrialmind.learning.tabular.table;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldModifier;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** The records of a CSV file, each as long as the header says. */
final class CsvLines implements Closeable {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final List<String> names;

    private CsvLines(Reader text, CsvFormat format) throws IOException {
        reader = splitter(format, text);
        records = reader.iterator();
        names = format.names().isEmpty() ? header() : format.names();
        requireNames();
        if (names.size() > format.limits().columns()) {
            throw new MalformedTableException("the file has " + names.size() + " columns: expected at most "
                    + format.limits().columns() + "; is the separator right?");
        }
    }

    static CsvLines open(Path file, CsvFormat format) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        try {
            InputStream unpacked = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
            return of(new InputStreamReader(unpacked, format.charset().newDecoder()), format);
        } catch (IOException | RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    static CsvLines of(Reader reader, CsvFormat format) throws IOException {
        BufferedReader text = new BufferedReader(reader);
        text.mark(1);
        try {
            if (text.read() != BYTE_ORDER_MARK) {
                text.reset();
            }
        } catch (CharacterCodingException e) {
            throw otherEncoding(e);
        }
        return new CsvLines(text, format);
    }

    private static CsvReader<CsvRecord> splitter(CsvFormat format, Reader text) {
        FieldModifier strip = new FieldModifier() {
            @Override
            public String modify(long line, int position, boolean quoted, String field) {
                return quoted || !format.trimmed() ? field : field.strip();
            }
        };
        int letters = format.limits().letters();
        int columns = format.limits().columns();
        CsvRecordHandler handler = CsvRecordHandler.builder()
                .maxFields(columns + 1)
                .maxFieldSize(letters)
                .maxRecordSize((int) Math.min(Integer.MAX_VALUE, Math.max((long) letters, 64L << 20)))
                .fieldModifier(strip)
                .build();
        CsvReader.CsvReaderBuilder splitter = CsvReader.builder();
        format.comment()
                .ifPresent(
                        first -> splitter.commentStrategy(CommentStrategy.SKIP).commentCharacter(first));
        return splitter.fieldSeparator(format.separator())
                .trimWhitespacesAroundQuotes(format.trimmed())
                .allowExtraFields(true) // counted here, where the message can say what to do
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(false)
                .allowUnclosedQuote(false)
                .maxBufferSize(Math.max(letters, 1 << 16))
                .build(handler, text);
    }

    private List<String> header() throws IOException {
        CsvRecord first =
                record().orElseThrow(() -> new MalformedTableException("the file is empty: expected a header"));
        return first.getFields();
    }

    private void requireNames() throws MalformedTableException {
        if (names.stream().anyMatch(String::isBlank) || new HashSet<>(names).size() < names.size()) {
            throw new MalformedTableException("the columns are named " + names
                    + ": expected names that differ, none of them empty; a file without a header line needs its names"
                    + " in the format");
        }
    }

    List<String> names() {
        return names;
    }

    /** Returns the next record, empty at the end of the file. */
    Optional<CsvRecord> next() throws IOException {
        Optional<CsvRecord> record = record();
        if (record.isPresent() && record.get().getFieldCount() != names.size()) {
            throw new MalformedTableException("line " + record.get().getStartingLineNumber() + " has "
                    + record.get().getFieldCount() + " fields: expected " + names.size()
                    + "; is the separator right, or a quote missing?");
        }
        return record;
    }

    private Optional<CsvRecord> record() throws IOException {
        try {
            return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
        } catch (CsvParseException e) {
            String reason = e.getCause() == null
                    ? e.getMessage()
                    : e.getMessage() + ": " + e.getCause().getMessage();
            throw new MalformedTableException("not readable as CSV: " + reason, e);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw otherEncoding(e);
            }
            throw e.getCause();
        }
    }

    private static MalformedTableException otherEncoding(Exception cause) {
        return new MalformedTableException(
                "the bytes are not in the encoding of the format: name the one that they are in", cause);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
