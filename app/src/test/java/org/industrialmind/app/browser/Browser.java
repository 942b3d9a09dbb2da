package org.industrialmind.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.stream.Collectors;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A person at a screen: opens pages, looks for what the dashboard marks for tests, presses keys. */
final class Browser implements AutoCloseable {
    static final Path PROGRAM = Path.of("/usr/bin/chromium");
    static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int MOST_TABS = 200;
    private static final String AXE_TAGS = "['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']";

    private final ChromeDriver driver;
    private final URI server;

    /** @param profile an empty folder for what the browser keeps */
    Browser(URI server, Path profile) {
        this.server = server;
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions()
                .setBinary(PROGRAM.toFile())
                .addArguments(
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--force-prefers-reduced-motion",
                        "--user-data-dir=" + profile);
        options.setCapability("goog:loggingPrefs", logs);
        driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .build(),
                options);
        size(1440, 900);
    }

    void size(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    void open(String path) {
        driver.get(server.resolve(path).toString());
    }

    String address() {
        return String.valueOf(driver.getCurrentUrl());
    }

    static By marked(String testId) {
        return By.cssSelector("[data-testid='" + testId + "']");
    }

    WebElement await(By what) {
        return new WebDriverWait(driver, PATIENCE)
                .withMessage(() -> what + " is not on " + address() + ", which shows: "
                        + run("return document.body.innerText.slice(0, 600)"))
                .until(page -> {
                    List<WebElement> found = page.findElements(what);
                    return found.isEmpty() ? null : found.getFirst();
                });
    }

    /** Waits until the element's text contains that. */
    void awaitText(By what, String text) {
        new WebDriverWait(driver, PATIENCE)
                .ignoring(org.openqa.selenium.StaleElementReferenceException.class)
                .withMessage(() -> "'" + text + "' is not in what is shown there: "
                        + driver.findElements(what).stream()
                                .map(WebElement::getText)
                                .toList())
                .until(page -> page.findElements(what).stream()
                        .anyMatch(element -> element.getText().contains(text)));
    }

    void awaitGone(By what) {
        new WebDriverWait(driver, PATIENCE)
                .until(page -> page.findElements(what).isEmpty());
    }

    List<WebElement> all(By what) {
        return driver.findElements(what);
    }

    void press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /** Presses Tab until that element has the focus, as somebody without a mouse does. */
    void tabTo(String testId) {
        for (int i = 0; i < MOST_TABS; i++) {
            if (testId.equals(driver.switchTo().activeElement().getDomAttribute("data-testid"))) {
                return;
            }
            press(Keys.TAB);
        }
        throw new AssertionError("Tab was pressed " + MOST_TABS + " times and never came to " + testId);
    }

    Object run(String script) {
        Object result = driver.executeScript(script);
        return result == null ? "" : result;
    }

    /** Returns what axe-core finds wrong with the page for people who see, hear or move otherwise. */
    List<String> barriers(Path axe) throws IOException {
        driver.executeScript(Files.readString(axe));
        Object found = driver.executeAsyncScript("const done = arguments[arguments.length - 1];"
                + "axe.run({runOnly: " + AXE_TAGS + "}).then(r => done(r.violations.map("
                + "v => v.id + ': ' + v.nodes.map(n => n.html.slice(0, 160)).join(' | '))), e => done(['' + e]));");
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }

    /** Returns what the page complained about since the last call; being asked to sign in is no complaint. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .filter(message -> !message.contains("/api/v1/session"))
                .collect(Collectors.toList());
    }

    void assertFits() {
        long content = ((Number) run("return document.documentElement.scrollWidth")).longValue();
        long window = ((Number) run("return window.innerWidth")).longValue();
        assertThat(content).as(address() + " is wider than the screen").isLessThanOrEqualTo(window);
    }

    void picture(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
