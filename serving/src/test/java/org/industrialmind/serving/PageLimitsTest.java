package org.industrialmind.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.industrialmind.advisor.advice.AdviceDesk;
import org.industrialmind.advisor.alarm.AlarmAction;
import org.junit.jupiter.api.Test;

/** What the pages let people type in is what the server takes. */
class PageLimitsTest {
    @Test
    void are_those_of_the_server() throws IOException {
        assertThat(Files.readString(Path.of("../dashboard/src/shared/api/contract.ts")))
                .contains("LONGEST_TEXT = " + AlarmAction.LONGEST_TEXT + ";")
                .contains("LONGEST_TEXT = " + AdviceDesk.LONGEST_REMARK + ";")
                .contains("LONGEST_SHELVING_MINUTES = " + AlarmAction.LONGEST_SHELVING.toMinutes() + ";");
    }
}
