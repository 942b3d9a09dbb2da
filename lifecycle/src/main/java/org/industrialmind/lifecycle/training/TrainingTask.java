package org.industrialmind.lifecycle.training;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import org.jspecify.annotations.Nullable;

/** How a training stands in the tables of db-scheduler: by its id alone, since what is to be done stands in ours. */
final class TrainingTask {
    static final String TABLE = "lifecycle.scheduled_tasks";
    static final TaskDescriptor<Void> DESCRIPTOR = TaskDescriptor.of("training", Void.class);

    /** Keeps Java serialisation out: there is nothing to serialise. */
    static final Serializer NO_DATA = new Serializer() {
        @Override
        public byte @Nullable [] serialize(@Nullable Object data) {
            if (data != null) {
                throw new IllegalArgumentException("a training task carries no data, but was given " + data.getClass());
            }
            return null;
        }

        @Override
        public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] bytes) {
            return null;
        }
    };

    private TrainingTask() {}
}
