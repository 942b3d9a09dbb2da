package org.industrialmind.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.industrialmind.app.browser.Browser.marked;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.industrialmind.advisor.alarm.Alarm;
import org.industrialmind.advisor.alarm.AlarmState;
import org.industrialmind.advisor.alarm.AuditEntry;
import org.industrialmind.app.platform.Platform;
import org.industrialmind.app.process.Home;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.Select;

/**
 * One operator's walk through the dashboard, in order: what one step does to the alarm, the next one finds.
 *
 * <p>With {@code -Dscreenshots=DIR} the pages are also photographed as they are met.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class DashboardIT {
    private static final Path AXE = Home.folder().resolve("dashboard/node_modules/axe-core/axe.min.js");

    // the servers let go of their files a moment after they have been told to stop
    @TempDir(cleanup = CleanupMode.NEVER)
    static Path folder;

    private static @Nullable FaultyPlant running;
    private static @Nullable Browser opened;

    @BeforeAll
    static void open() throws InterruptedException {
        assumeTrue(
                Files.isDirectory(Home.folder().resolve("dashboard/out")),
                "NOT TESTED: the dashboard is not built; next: npm ci && npm run build in dashboard/");
        assumeTrue(
                Files.isExecutable(Browser.PROGRAM) && Files.isExecutable(Browser.DRIVER),
                "NOT TESTED: no browser; next: apt-get install chromium chromium-driver");
        running = FaultyPlant.start(folder.resolve("data"));
        opened = new Browser(running.platform().url(), folder.resolve("profile"));
    }

    @AfterAll
    static void close() {
        if (opened != null) {
            opened.close();
        }
        if (running != null) {
            running.close();
        }
    }

    private static FaultyPlant plant() {
        return java.util.Objects.requireNonNull(running);
    }

    private static Browser browser() {
        return java.util.Objects.requireNonNull(opened);
    }

    private static Alarm alarm() {
        return plant().alarm().orElseThrow();
    }

    private static void photograph(String name) throws IOException, InterruptedException {
        String folder = System.getProperty("screenshots");
        if (folder != null) {
            Thread.sleep(1500); // one turn of the charts
            browser().picture(Home.folder().resolve(folder).resolve(name + ".png"));
        }
    }

    @AfterEach
    void the_browser_has_nothing_to_complain_about() {
        assertThat(browser().complaints()).isEmpty();
    }

    @Test
    @Order(1)
    void the_link_of_the_first_start_signs_in_and_leaves_no_secret_behind() {
        String secret = plant().platform().firstAdminSecret().orElseThrow();
        browser().open("/#key=" + secret);
        browser().await(By.cssSelector("[data-testid='live'][data-phase='live']"));
        assertThat(browser().address()).doesNotContain("im_");
        assertThat(browser()
                        .run("return document.cookie + JSON.stringify(localStorage) + JSON.stringify(sessionStorage)")
                        .toString())
                .doesNotContain(secret)
                .doesNotContain("im_session");
    }

    @Test
    @Order(2)
    void the_plant_names_the_faulty_pump_first_and_in_plain_words() throws Exception {
        browser().awaitText(marked("attention"), "P-101");
        String first = browser()
                .await(By.cssSelector("[data-testid='attention'] [data-testid='asset-row']"))
                .getText();
        assertThat(first).contains("P-101", "Feed water pump A", alarm().message());
        assertThat(alarm().message()).doesNotContain("NaN", "null", "_", "Exception");
        assertThat(browser().await(marked("plant-summary")).getText()).contains("need");
        photograph("overview");
    }

    @Test
    @Order(3)
    void a_click_leads_to_the_evidence() throws Exception {
        browser()
                .await(By.cssSelector("[data-testid='attention'] [data-testid='asset-row'] a, "
                        + "[data-testid='attention'] a[data-testid='asset-row']"))
                .click();
        browser().await(By.cssSelector("[data-testid='trend'] canvas"));
        assertThat(browser().address()).contains("/asset/?id=P-101");
        Long ink = (Long) browser()
                .run("const c = document.querySelector('[data-testid=trend] canvas');return"
                        + " c.getContext('2d').getImageData(0, 0, c.width, c.height).data.filter(v => v >"
                        + " 0).length");
        assertThat(ink).as("painted bytes of the first trend").isGreaterThan(1000);
        browser().awaitText(marked("contributions"), "%");
        var likeliest = alarm().diagnosis().modes().getFirst();
        browser().awaitText(marked("diagnosis"), likeliest.name());
        assertThat(browser().await(marked("recommended-action")).getText()).contains(likeliest.action());
        photograph("asset");
    }

    @Test
    @Order(4)
    void the_model_explains_an_abnormal_window_when_asked() throws Exception {
        browser().await(marked("explain")).click();
        browser().awaitText(marked("explanation"), "normal windows of this machine");
        String leading = alarm().episode().contributions().getFirst().channel();
        assertThat(browser()
                        .await(marked("explanation"))
                        .findElements(By.cssSelector("[data-channel=" + leading + "]")))
                .isNotEmpty();
        photograph("explanation");
    }

    @Test
    @Order(5)
    void a_machine_tells_the_zone_of_its_vibration_beside_the_reading() throws Exception {
        Object steady = browser()
                .run("const answer = await fetch('/api/v1/plant');"
                        + "return (await answer.json()).assets.find(asset => asset.vibrationZone).id");
        browser().open("/asset/?id=" + steady);
        browser().awaitText(marked("vibration-zone"), "Zone ");
        browser().await(marked("other-channels")).click();
        browser().awaitText(marked("zone"), "mm/s");
        photograph("vibration");
    }

    @Test
    @Order(6)
    void the_alarm_list_shows_states() throws Exception {
        browser().open("/alarms/");
        browser().awaitText(marked("alarm-state"), "Unacknowledged");
        photograph("alarms");
    }

    @Test
    @Order(7)
    void an_alarm_is_acknowledged_with_a_comment_by_keyboard_alone() {
        browser().open("/asset/?id=P-101");
        browser().await(marked("alarm-acknowledge"));
        browser().tabTo("alarm-acknowledge");
        browser().press(Keys.ENTER);
        browser().await(marked("alarm-reason"));
        browser().tabTo("alarm-reason");
        browser().press("bearing is hot, pump B is on its way");
        browser().tabTo("alarm-confirm");
        browser().press(Keys.ENTER);
        browser().awaitGone(marked("alarm-dialog"));
        assertThat(alarm().state()).isEqualTo(AlarmState.ACKNOWLEDGED);
        AuditEntry last = plant().platform().alarms().history(alarm().id()).getLast();
        assertThat(last.reason()).isEqualTo("bearing is hot, pump B is on its way");
        assertThat(last.actor()).isEqualTo("first admin");
    }

    @Test
    @Order(8)
    void nobody_shelves_without_a_reason() {
        browser().open("/alarms/");
        browser().awaitText(marked("alarm-state"), "Acknowledged");
        browser().tabTo("alarm-shelve");
        browser().press(Keys.ENTER);
        assertThat(browser().await(marked("alarm-confirm")).isEnabled()).isFalse();
        browser().tabTo("alarm-reason");
        browser().press("maintenance is informed");
        assertThat(browser().await(marked("alarm-confirm")).isEnabled()).isTrue();
        browser().tabTo("alarm-confirm");
        browser().press(Keys.ENTER);
        browser().awaitGone(marked("alarm-dialog"));
        assertThat(alarm().state()).isEqualTo(AlarmState.SHELVED);
    }

    @Test
    @Order(9)
    void everyone_can_use_every_page() throws IOException {
        assumeTrue(Files.isRegularFile(AXE), "NOT TESTED: axe-core is missing; next: npm ci in dashboard/");
        for (String page : List.of("/", "/asset/?id=P-101", "/alarms/", "/models/", "/backtest/")) {
            browser().open(page);
            browser().await(By.cssSelector("[data-testid='live'][data-phase='live']"));
            assertThat(browser().barriers(AXE)).as(page).isEmpty();
        }
    }

    @Test
    @Order(10)
    void every_page_fits_a_tablet() {
        browser().size(768, 1024);
        for (String page : List.of("/", "/asset/?id=P-101", "/alarms/", "/models/", "/backtest/")) {
            browser().open(page);
            browser().await(By.cssSelector("[data-testid='live'][data-phase='live']"));
            browser().assertFits();
        }
        browser().size(1440, 900);
    }

    @Test
    @Order(11)
    void the_description_of_the_api_is_shown_under_the_same_policy() {
        browser().open("/docs");
        browser().awaitText(By.cssSelector(".swagger-ui"), "/api/v1/plant");
    }

    @Test
    @Order(12)
    void a_machine_of_ones_own_comes_in_as_the_guide_says_and_raises_its_alarm() throws Exception {
        Platform platform = plant().platform();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        Instant turn = now.minus(Duration.ofMinutes(4)); // 10 minutes after a change of speed
        Instant from = turn.minus(Duration.ofMinutes(490));
        OwnMachine blower = new OwnMachine(from, platform.url(), platform.newAdminKey());
        blower.add();
        browser().open("/asset/?id=" + OwnMachine.ID); // before anything is stored of its class
        browser().await(By.cssSelector("[data-testid='live'][data-phase='live']"));
        blower.delivers(from.minusSeconds(60));
        blower.runs(from, turn, 0);
        plant().awaitStored();
        plant().withWorker(() -> blower.learn(from, Duration.ofMinutes(4)));
        platform.scorer().refresh();
        blower.runs(turn, now, 3);

        browser().open("/");
        browser().awaitText(marked("attention"), OwnMachine.ID);
        assertThat(browser().await(marked("attention")).getText()).contains("Aeration blower 1", "vibration");
    }

    @Test
    @Order(13)
    void a_training_is_asked_for_on_the_page_and_waits_for_a_worker() throws Exception {
        browser().open("/models/");
        browser().await(marked("train")).click();
        new Select(browser().await(marked("train-model"))).selectByVisibleText("anomaly/roots-blower");
        photograph("train");
        browser().await(marked("train-confirm")).click();
        browser().await(By.cssSelector("[data-testid='training'][data-state='queued']"));
        browser().awaitText(marked("trainings"), "gaussian on 1 machine");
        assertThat(browser().barriers(AXE)).isEmpty();
        photograph("models");
    }

    @Test
    @Order(14)
    void signing_out_closes_the_door() {
        browser().open("/");
        browser().await(marked("sign-out")).click();
        browser().await(marked("sign-in"));
        browser().open("/alarms/");
        browser().await(marked("sign-in"));
    }
}
