package org.industrialmind.app.command;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.industrialmind.app.platform.AssetCatalogue;
import org.industrialmind.app.platform.LocalServers;
import org.industrialmind.app.platform.PlantRegister;
import org.industrialmind.app.platform.Stores;
import org.industrialmind.app.training.JobPlanner;
import org.industrialmind.app.training.TrainingService;
import org.industrialmind.learning.report.Progress;
import org.industrialmind.lifecycle.registry.ModelRegistry;
import org.industrialmind.lifecycle.registry.PostgresModelRegistry;
import org.industrialmind.lifecycle.training.TrainingQueue;
import org.industrialmind.serving.database.ServingDatabase;
import org.industrialmind.serving.training.TrainingPlanner;
import org.industrialmind.telemetry.scoring.ScoringConfig;
import org.industrialmind.telemetry.store.SampleStore;
import org.industrialmind.telemetry.wire.SchemaCatalogue;
import org.industrialmind.torch.nn.Logbook;

/** What a platform has kept that does not run now, opened for one command: all servers but the graph. */
final class StoppedPlatform implements AutoCloseable {
    private static final int CONNECTIONS = 4;

    private final Path folder;
    private final Deque<Runnable> closing = new ArrayDeque<>();
    private final HikariDataSource database;
    private final SchemaCatalogue schemas;
    private final SampleStore store;

    /**
     * Starts the servers of that data folder, or finds those that run elsewhere.
     *
     * @param program what the logs call the command
     */
    StoppedPlatform(Path data, String program, ServerOptions servers, Progress progress) throws InterruptedException {
        LocalServers.Elsewhere elsewhere = servers.elsewhere().withNoGraphHere();
        folder = data.toAbsolutePath().normalize();
        System.setProperty("industrialmind.logs", folder.resolve("logs").toString());
        System.setProperty("industrialmind.program", program);
        progress.say("Starting the servers ...");
        LocalServers local = LocalServers.open(folder, elsewhere, server -> {});
        closing.push(local::close);
        try {
            HikariConfig pool = new HikariConfig();
            pool.setJdbcUrl(local.servers().postgres());
            pool.setMaximumPoolSize(CONNECTIONS);
            database = new HikariDataSource(pool);
            closing.push(database::close);
            schemas = new SchemaCatalogue(local.servers().kafka());
            closing.push(schemas::close);
            store = Stores.open(local.servers().store());
            closing.push(store::close);
        } catch (RuntimeException failed) {
            close();
            throw failed;
        }
    }

    SchemaCatalogue schemas() {
        return schemas;
    }

    SampleStore store() {
        return store;
    }

    /**
     * Returns what trains the models of this platform; the caller starts it, and closes it before the platform.
     *
     * @param reader hears of every epoch that a network is fitted for
     */
    TrainingService training(Consumer<Logbook.Entry> reader) throws IOException {
        return new TrainingService(schemas, store, database, folder.resolve("models"), reader);
    }

    TrainingQueue trainings() {
        return new TrainingQueue(database, InstantSource.system());
    }

    /** Returns what makes jobs of orders, for the machines that people have added. */
    TrainingPlanner planner() {
        ServingDatabase.migrate(database);
        PlantRegister plant = new PlantRegister(new AssetCatalogue(), database, schemas);
        plant.load();
        return new JobPlanner(
                trainings(), plant, ScoringConfig.defaults(), folder.resolve("models"), InstantSource.system());
    }

    ModelRegistry registry() throws IOException {
        return new PostgresModelRegistry(database, folder.resolve("models"), InstantSource.system());
    }

    @Override
    public void close() {
        while (!closing.isEmpty()) {
            closing.pop().run();
        }
    }
}
