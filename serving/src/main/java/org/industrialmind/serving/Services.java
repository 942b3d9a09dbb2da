package org.industrialmind.serving;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import org.industrialmind.advisor.advice.AdviceDesk;
import org.industrialmind.advisor.alarm.AlarmDesk;
import org.industrialmind.advisor.condition.ConditionBoard;
import org.industrialmind.lifecycle.registry.ModelRegistry;
import org.industrialmind.lifecycle.training.TrainingQueue;
import org.industrialmind.serving.backtest.Backtests;
import org.industrialmind.serving.decision.Decisions;
import org.industrialmind.serving.explanation.Explainer;
import org.industrialmind.serving.life.LifeModels;
import org.industrialmind.serving.live.LiveFeed;
import org.industrialmind.serving.platform.AssetDirectory;
import org.industrialmind.serving.platform.Health;
import org.industrialmind.serving.platform.ModelCheck;
import org.industrialmind.serving.security.ApiKeys;
import org.industrialmind.serving.training.TrainingPlanner;
import org.industrialmind.telemetry.ingest.Ingest;
import org.industrialmind.telemetry.store.SampleStore;

/** What the edge speaks for: the doors of the other modules, handed in by whoever wires the house. */
public record Services(
        AssetDirectory assets,
        Ingest ingest,
        SampleStore store,
        ConditionBoard board,
        AlarmDesk alarms,
        AdviceDesk advice,
        ModelRegistry models,
        ModelCheck modelCheck,
        Decisions decisions,
        TrainingQueue trainings,
        TrainingPlanner planner,
        Backtests backtests,
        Explainer explainer,
        LifeModels lifeModels,
        LiveFeed live,
        ApiKeys keys,
        Health health,
        PrometheusMeterRegistry meters,
        InstantSource clock) {}
