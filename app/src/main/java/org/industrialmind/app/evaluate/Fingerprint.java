package org.industrialmind.app.evaluate;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Tells whether two runs had the same data: the SHA-256 over the sorted SHA-256s of the files, one in a line. */
public final class Fingerprint {
    private Fingerprint() {}

    public static String of(List<Path> files) {
        StringBuilder lines = new StringBuilder();
        files.stream()
                .map(Fingerprint::ofFile)
                .sorted()
                .forEach(hash -> lines.append(hash).append('\n'));
        return hex(sha256().digest(lines.toString().getBytes(StandardCharsets.UTF_8)));
    }

    static String ofFile(Path file) {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
            return hex(digest.digest());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file + ": " + unreadable.getMessage(), unreadable);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
