package org.industrialmind.app.platform;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.industrialmind.advisor.alarm.AlarmDesk;
import org.industrialmind.serving.live.LiveFeed;
import org.industrialmind.telemetry.scoring.ScoringSnapshot;
import org.industrialmind.telemetry.wire.Rejection;

/** Shows how the platform is doing as metrics; every name begins with {@code industrialmind_}. */
final class PlatformMeters {
    private static final String PREFIX = "industrialmind.";
    private static final int MOST_ALARMS = 10_000;

    private final MeterRegistry meters;
    private final Supplier<ScoringSnapshot> scoring;

    private PlatformMeters(MeterRegistry meters, Supplier<ScoringSnapshot> scoring) {
        this.meters = meters;
        this.scoring = scoring;
    }

    static void bind(
            MeterRegistry meters,
            Supplier<ScoringSnapshot> scoring,
            AlarmDesk desk,
            LiveFeed live,
            InstantSource clock) {
        meters.config().meterFilter(prefixed());
        new JvmMemoryMetrics().bindTo(meters);
        new JvmThreadMetrics().bindTo(meters);
        new ProcessorMetrics().bindTo(meters);
        new UptimeMetrics().bindTo(meters);
        PlatformMeters own = new PlatformMeters(meters, scoring);
        own.counters();
        own.gauges();
        Gauge.builder("alarms.open", desk, it -> it.open(MOST_ALARMS).size()).register(meters);
        Gauge.builder(
                        "alarms.raised.last.10m",
                        desk,
                        it -> it.raisedSince(clock.instant().minus(Duration.ofMinutes(10))))
                .description("more than 10 is a flood by ISA-18.2")
                .register(meters);
        Gauge.builder("live.listeners", live, LiveFeed::listeners).register(meters);
    }

    private static MeterFilter prefixed() {
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                return id.getName().startsWith(PREFIX) ? id : id.withName(PREFIX + id.getName());
            }
        };
    }

    private void counters() {
        counter("scoring.records", it -> it.totals().records());
        counter("scoring.rows", it -> it.totals().rows());
        counter("scoring.values", it -> it.totals().values());
        counter("scoring.rows.standing", it -> it.totals().standingRows());
        counter("scoring.rows.stored", it -> it.totals().storedRows());
        counter("scoring.windows", it -> it.totals().windows());
        counter("scoring.windows.revised", it -> it.totals().revisions());
        counter("scoring.windows.historical", it -> it.totals().historicalWindows());
        counter("scoring.assessments.normal", it -> it.totals().normal());
        counter("scoring.assessments.abnormal", it -> it.totals().abnormal());
        counter("scoring.assessments.not.assessable", it -> it.totals().notAssessable());
        counter("scoring.scorer.failures", it -> it.totals().scorerFailures());
        counter("scoring.store.retries", it -> it.totals().storeRetries());
        counter("scoring.pauses", it -> it.totals().pauses());
        counter("scoring.commits", it -> it.totals().commits());
        counter("scoring.records.expired", it -> it.totals().expiredRecords());
        for (Rejection reason : Rejection.values()) {
            FunctionCounter.builder(
                            "scoring.rejected.records",
                            scoring,
                            it -> it.get().totals().rejectedRecords().getOrDefault(reason, 0L))
                    .tag("reason", reason.name().toLowerCase(Locale.ROOT))
                    .register(meters);
        }
    }

    private void gauges() {
        gauge("scoring.partitions", it -> it.gauges().partitions());
        gauge("scoring.assets", it -> it.gauges().assets());
        gauge("scoring.waiting.windows", it -> it.gauges().waitingWindows());
        gauge("scoring.waiting.values", it -> it.gauges().waitingValues());
        gauge("scoring.lag.records", it -> it.gauges().lagRecords());
        gauge("scoring.lag.seconds", it -> it.gauges().lag().toMillis() / 1000.0);
        gauge("scoring.stored.p99.seconds", it -> it.eventToStored().p99().toNanos() / 1e9);
        gauge("scoring.assessed.p99.seconds", it -> it.eventToAssessed().p99().toNanos() / 1e9);
    }

    private void counter(String name, ToDoubleFunction<ScoringSnapshot> value) {
        FunctionCounter.builder(name, scoring, it -> value.applyAsDouble(it.get()))
                .register(meters);
    }

    /** Meters hold what they ask weakly; nobody else holds the supplier, so its gauges must, for all. */
    private void gauge(String name, ToDoubleFunction<ScoringSnapshot> value) {
        Gauge.builder(name, scoring, it -> value.applyAsDouble(it.get()))
                .strongReference(true)
                .register(meters);
    }
}
