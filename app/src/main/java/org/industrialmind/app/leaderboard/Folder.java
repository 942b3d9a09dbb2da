package org.industrialmind.app.leaderboard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folder that a user named for a data set. */
record Folder(String code, Path path) {
    /** @throws IllegalArgumentException if it is not there */
    static Folder of(String code, Path path) {
        if (!Files.isDirectory(path)) {
            throw new IllegalArgumentException("there is no folder " + path.toAbsolutePath()
                    + ": expected one with the files of '" + code + "'; next: name it with --from DIR");
        }
        return new Folder(code, path);
    }

    /**
     * Returns the files below it whose path, with slashes, is of that form, in the order of their names.
     *
     * @throws IllegalArgumentException if there are none
     */
    List<Path> matching(String form) {
        Pattern pattern = Pattern.compile(form);
        try (Stream<Path> walk = Files.walk(path)) {
            List<Path> files = walk.filter(Files::isRegularFile)
                    .filter(file -> pattern.matcher(
                                    path.relativize(file).toString().replace('\\', '/'))
                            .matches())
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new IllegalArgumentException("no file of '" + code + "' in " + path.toAbsolutePath()
                        + ": expected names like " + form + "; next: name the folder that holds them with --from DIR");
            }
            return files;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot list " + path + ": " + unreadable.getMessage(), unreadable);
        }
    }
}
