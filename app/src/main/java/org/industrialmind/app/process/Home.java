package org.industrialmind.app.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where IndustrialMind lies on disk, as the launcher tells it, and the class path of each of its programs. */
public final class Home {
    private Home() {}

    /** Returns the folder that holds the launcher; without a launcher, the nearest parent folder that does. */
    public static Path folder() {
        String told = System.getProperty("industrialmind.home");
        if (told != null) {
            return Path.of(told);
        }
        Path here = Path.of("").toAbsolutePath();
        for (Path folder = here; folder != null; folder = folder.getParent()) {
            if (Files.isExecutable(folder.resolve("industrialmind"))) {
                return folder;
            }
        }
        return here;
    }

    /**
     * Returns the class path of a module that is a program: its jar, then its libraries by name. The order is fixed because
     * ahead-of-time caches are bound to it.
     *
     * @throws IllegalStateException if the module has not been built
     */
    public static String classPath(String module) {
        Path target = folder().resolve(module).resolve("target");
        Path libraries = target.resolve("lib");
        try (Stream<Path> jars = Files.list(target);
                Stream<Path> library = Files.list(libraries)) {
            List<Path> own = jars.filter(jar -> isProgram(jar, module)).sorted().toList();
            if (own.isEmpty()) {
                throw new IOException("no " + module + "-<version>.jar in " + target);
            }
            return Stream.concat(
                            own.stream().limit(1),
                            library.filter(jar -> jar.toString().endsWith(".jar"))
                                    .sorted())
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator));
        } catch (IOException missing) {
            throw new UncheckedIOException(
                    "the program '" + module + "' is not built: " + missing.getMessage()
                            + "; next: start IndustrialMind through ./industrialmind, which builds it",
                    missing);
        }
    }

    private static boolean isProgram(Path jar, String module) {
        String name = jar.getFileName().toString();
        return name.startsWith(module + "-") && name.endsWith(".jar") && !name.contains("-tests");
    }

    /** Returns the java launcher of the JDK that runs this program. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
