package org.industrialmind.serving.life;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.industrialmind.learning.prognosis.ensemble.CrossFittedFormat;
import org.industrialmind.learning.prognosis.ensemble.CrossFittedModel;
import org.industrialmind.learning.prognosis.format.LifeFormats;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is known of one folder: the model in it, or why it is refused; read again only when a file in it has become another. */
final class KeptLife {
    private static final Logger LOG = LoggerFactory.getLogger(KeptLife.class);
    private static final int DEPTH = 4; // model, fold, member, file

    private final Path folder;
    private final LifeFormats formats;
    private final Lock lock = new ReentrantLock(); // reading takes seconds: it is done once for all who wait
    private Optional<Reading> last = Optional.empty();

    /** What came of reading the folder with files of these times. */
    private sealed interface Reading {
        Map<Path, FileTime> files();
    }

    private record Believed(Map<Path, FileTime> files, CrossFittedModel model) implements Reading {}

    private record Refused(Map<Path, FileTime> files, IOException cause) implements Reading {}

    KeptLife(Path folder, LifeFormats formats) {
        this.folder = folder;
        this.formats = formats;
    }

    /** @throws IOException if the folder holds no model that can be believed */
    CrossFittedModel model() throws IOException {
        lock.lock();
        try {
            Map<Path, FileTime> files = files();
            Reading reading = last.filter(known -> known.files().equals(files)).orElseGet(() -> read(files));
            last = Optional.of(reading);
            return switch (reading) {
                case Believed believed -> believed.model();
                case Refused refused ->
                    throw new IOException(String.valueOf(refused.cause().getMessage()), refused.cause());
            };
        } finally {
            lock.unlock();
        }
    }

    private Reading read(Map<Path, FileTime> files) {
        try {
            CrossFittedModel model = CrossFittedFormat.calibrated(formats, folder);
            LOG.info(
                    "event=life_model_read name={} fleet=\"{}\"",
                    folder.getFileName(),
                    model.schema().fleet());
            return new Believed(files, model);
        } catch (IOException refused) {
            return new Refused(files, refused);
        }
    }

    private Map<Path, FileTime> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder, DEPTH, FileVisitOption.FOLLOW_LINKS)) {
            Map<Path, FileTime> files = new TreeMap<>();
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(file, Files.getLastModifiedTime(file));
            }
            return files;
        } catch (UncheckedIOException unread) {
            throw unread.getCause();
        }
    }
}
