package org.industrialmind.serving.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The dashboard's files, from the folder that its build made, and the content policy that fits them. Without a built
 * dashboard the root page says how to get it.
 */
public final class PageFiles implements WebMvcConfigurer {
    private final Optional<Path> folder;

    /** @param folder the static export of the dashboard; one that does not exist counts as not built */
    public PageFiles(Path folder) {
        this.folder = Optional.of(folder).filter(Files::isDirectory);
    }

    public boolean built() {
        return folder.isPresent();
    }

    /** Returns the Content-Security-Policy: our own files only, and the inline scripts whose hashes the build wrote down. */
    public String contentPolicy() {
        return "default-src 'self'; script-src 'self'" + scriptHashes()
                + "; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; object-src 'none';"
                + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }

    private String scriptHashes() {
        Optional<Path> hashes = folder.map(pages -> pages.resolve("csp.json")).filter(Files::isRegularFile);
        if (hashes.isEmpty()) {
            return "";
        }
        try {
            JsonNode json = JsonMapper.shared().readTree(Files.readString(hashes.get()));
            return json.path("scriptHashes")
                    .valueStream()
                    .map(hash -> " '" + hash.asString() + "'")
                    .collect(Collectors.joining());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "the file " + hashes.get() + " cannot be read; next: build the dashboard again", unreadable);
        }
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        folder.ifPresent(pages -> registry.addResourceHandler("/**")
                .addResourceLocations(new FileSystemResource(pages + "/"))
                .resourceChain(false)
                .addResolver(new FolderPages()));
    }

    /** Finds {@code x/index.html} for {@code x/}, as a static export expects of its server. */
    private static final class FolderPages extends PathResourceResolver {
        @Override
        protected @Nullable Resource getResource(String path, Resource location) throws IOException {
            String page = path.isEmpty() || path.endsWith("/") ? path + "index.html" : path;
            return super.getResource(page, location);
        }
    }
}
