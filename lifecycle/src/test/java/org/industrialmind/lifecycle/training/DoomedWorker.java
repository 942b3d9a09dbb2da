package org.industrialmind.lifecycle.training;

import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.industrialmind.signal.ModelRef;
import org.postgresql.ds.PGSimpleDataSource;

/** A worker in a process of its own that never finishes a job, for a test that kills it. */
final class DoomedWorker {
    private DoomedWorker() {}

    public static void main(String[] arguments) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(arguments[0]);
        source.setUser("postgres");
        TrainingHandler forever = (_, job) -> {
            TimeUnit.HOURS.sleep(1);
            return new ModelRef(job.modelName(), 1);
        };
        new TrainingWorker(source, forever, TrainingQueueIT.QUICK, InstantSource.system()).start();
    }
}
