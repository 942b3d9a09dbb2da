package org.industrialmind.lifecycle.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Files of models, kept by what is in them.
 *
 * <p>A folder of files is named by the SHA-256 of its manifest: a line with path, size and SHA-256 for each file, sorted
 * by path. It is first copied under a name that nobody looks for and forced to the disk, and then renamed, so a folder
 * that bears a hash was complete when it got its name; whether it still is, {@link #verified} finds out. Folders are
 * never changed and never deleted here; a copy cut short by a crash leaves an {@code incoming-} folder that may be
 * removed by hand.
 */
final class ArtifactFolder {
    private final Path root;

    ArtifactFolder(Path root) throws IOException {
        this.root = Files.createDirectories(root);
    }

    /** Copies the files in and returns the SHA-256 by which they are found again. */
    String keep(Path folder) throws IOException {
        List<Path> files = files(folder);
        if (files.isEmpty()) {
            throw new IOException("there is no file in " + folder + ": expected the files of a model");
        }
        Path incoming = Files.createDirectory(root.resolve("incoming-" + UUID.randomUUID()));
        try {
            for (Path file : files) {
                copy(folder.resolve(file), incoming.resolve(file));
            }
            force(incoming);
            String sha256 = manifestHash(incoming);
            settle(incoming, sha256);
            return sha256;
        } finally {
            delete(incoming);
        }
    }

    /**
     * Returns the folder of that hash after reading every byte of it.
     *
     * @throws IOException if it is missing, or its files are not the ones that were kept
     */
    Path verified(String sha256) throws IOException {
        Path folder = root.resolve(sha256);
        if (!Files.isDirectory(folder)) {
            throw new IOException("the files of the model are missing: expected the folder " + folder
                    + "; restore it from a backup, or promote another version");
        }
        String actual = manifestHash(folder);
        if (!actual.equals(sha256)) {
            throw new IOException("the files in " + folder + " have been changed: their SHA-256 is " + actual
                    + "; restore them from a backup, or promote another version");
        }
        return folder;
    }

    private void settle(Path incoming, String sha256) throws IOException {
        Path target = root.resolve(sha256);
        if (Files.isDirectory(target)) {
            if (manifestHash(target).equals(sha256)) {
                return; // the same files were kept before
            }
            Files.move(target, root.resolve("damaged-" + UUID.randomUUID()));
        }
        try {
            Files.move(incoming, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException unsupported) {
            throw new IOException(
                    root + " cannot rename a folder atomically: keep the registry on a local file system", unsupported);
        } catch (FileSystemException collision) {
            verified(sha256); // somebody else has just kept the same files
        }
        force(root);
    }

    private static void copy(Path from, Path to) throws IOException {
        Path parent = Objects.requireNonNull(to.getParent());
        Files.createDirectories(parent);
        try (InputStream in = Files.newInputStream(from, LinkOption.NOFOLLOW_LINKS);
                FileChannel channel = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            in.transferTo(Channels.newOutputStream(channel));
            channel.force(true);
        }
        force(parent);
    }

    /** Forces the names in a folder to the disk. */
    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static String manifestHash(Path folder) throws IOException {
        StringBuilder manifest = new StringBuilder();
        for (Path file : files(folder)) {
            Path path = folder.resolve(file);
            manifest.append(Files.size(path))
                    .append(' ')
                    .append(hash(path))
                    .append(' ')
                    .append(file.toString().replace('\\', '/'))
                    .append('\n');
        }
        return HexFormat.of().formatHex(sha256().digest(manifest.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static String hash(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (DigestInputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Returns the files below the folder, relative to it, sorted; refuses links, which could point anywhere. */
    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            List<Path> files = paths.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .toList();
            for (Path file : files) {
                if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    throw new IOException(file + " is not a plain file: a model's folder may hold nothing else");
                }
            }
            return files.stream()
                    .map(folder::relativize)
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
