package org.industrialmind.app.command;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.industrialmind.app.platform.ServerEnvironment;
import org.industrialmind.app.platform.Servers;
import org.industrialmind.app.platform.Stores;
import org.industrialmind.app.platform.Variables;
import org.industrialmind.app.training.TrainingService;
import org.industrialmind.telemetry.store.SampleStore;
import org.industrialmind.telemetry.wire.SchemaCatalogue;
import org.industrialmind.torch.nn.Logbook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Does trainings until its input ends; any number of workers may run, on any machine that reaches the servers. */
@Command(
        name = "worker",
        description = {
            "Trains models for a running platform, until its standard input ends.",
            "Reads INDUSTRIALMIND_KAFKA, INDUSTRIALMIND_QUESTDB (or INDUSTRIALMIND_INFLUXDB) and"
                    + " INDUSTRIALMIND_POSTGRES,",
            "with INDUSTRIALMIND_KAFKA_CONFIG, and _TOKEN or _USER and _PASSWORD of the store where they ask for a"
                    + " login;",
            "each may be given as NAME_FILE, the file that holds it."
        },
        mixinStandardHelpOptions = true)
public final class WorkerCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerCommand.class);

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Data folder of the platform (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("data");

    private static void log(Logbook.Entry entry) {
        LOG.debug(
                "training=epoch fit={} number={} most={} loss={} heldOut={}",
                entry.fit(),
                entry.epoch().number(),
                entry.most(),
                entry.epoch().training(),
                entry.epoch().heldOut());
    }

    @Override
    public Integer call() throws Exception {
        Servers servers = new ServerEnvironment(Variables.ofThisProcess()).servers();
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(servers.postgres());
        pool.setPoolName("worker");
        pool.setMaximumPoolSize(4);
        try (HikariDataSource database = new HikariDataSource(pool);
                SchemaCatalogue schemas = new SchemaCatalogue(servers.kafka());
                SampleStore store = Stores.open(servers.store());
                TrainingService service =
                        new TrainingService(schemas, store, database, data.resolve("models"), WorkerCommand::log)) {
            service.start();
            while (System.in.read() >= 0) {
                // whoever started this worker holds the other end: when it goes, so do we
            }
        }
        return 0;
    }
}
