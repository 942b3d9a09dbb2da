package org.industrialmind.serving.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
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

    /** Returns the page that says that there is no such page, if the dashboard has one. */
    Optional<Resource> notFound() {
        return folder.map(pages -> pages.resolve("404.html"))
                .filter(Files::isRegularFile)
                .map(FileSystemResource::new);
    }

    /** Returns the Content-Security-Policy: our own files only, and the inline scripts whose hashes the build wrote down. */
    public String contentPolicy() {
        return "default-src 'none'; script-src 'self'" + scriptHashes()
                + "; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none';"
                + " form-action 'self'; frame-ancestors 'none'";
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

    /** Leads from the root to its file: handlers of files are not asked about an empty path. */
    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        folder.ifPresent(pages -> registry.addViewController("/").setViewName("forward:/index.html"));
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        folder.ifPresent(pages -> {
            // The build writes a hash of the content into these names, so such a file never changes.
            registry.addResourceHandler("/_next/static/**")
                    .addResourceLocations(new FileSystemResource(pages + "/_next/static/"))
                    .setCacheControl(CacheControl.maxAge(Duration.ofDays(365))
                            .cachePublic()
                            .immutable());
            registry.addResourceHandler("/**")
                    .addResourceLocations(new FileSystemResource(pages + "/"))
                    .setCacheControl(CacheControl.noCache()) // ask each time whether there is a newer build
                    .resourceChain(false)
                    .addResolver(new FolderPages());
        });
    }

    /** Finds {@code x/index.html} for {@code x/} and {@code x}, as a static export expects of its server. */
    private static final class FolderPages extends PathResourceResolver {
        @Override
        protected @Nullable Resource getResource(String path, Resource location) throws IOException {
            Resource file = super.getResource(path, location);
            String folder = path.endsWith("/") ? path : path + "/";
            return file != null ? file : super.getResource(folder + "index.html", location);
        }
    }
}
