package org.industrialmind.learning.vibration.publicdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.industrialmind.learning.vibration.bearing.EnvelopeAnalysis;
import org.industrialmind.learning.vibration.bearing.FaultEvidence;
import org.industrialmind.learning.vibration.publicdata.CaseWesternFiles.BearingRun;
import org.industrialmind.learning.vibration.publicdata.CaseWesternFiles.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseWesternTest {
    private static final String HEADING = "file,load_hp,rpm,class,fault_diameter_mil,samples\n";

    static void packed(Path file, String text) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void reads_what_the_index_names(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("index.csv"), HEADING + "a.csv.gz,2,1750,inner,14,3\n");
        packed(folder.resolve("a.csv.gz"), "0.1\n-0.2\n0.3\n");
        BearingRun run = CaseWesternFiles.read(folder).getFirst();
        assertThat(run.fault()).isEqualTo(Fault.INNER);
        assertThat(run.load()).isEqualTo(2);
        assertThat(run.size()).isEqualTo(14);
        assertThat(run.waveform().acceleration(1)).isCloseTo(-1.96133, within(1e-12));
        assertThat(run.waveform().requireShaftSpeed()).isCloseTo(29.1667, within(1e-4));
        assertThat(run.blocks(2)).hasSize(1);
    }

    @Test
    void says_which_line_is_wrong(@TempDir Path folder) throws IOException {
        assertThatThrownBy(() -> CaseWesternFiles.read(folder)).hasMessageContaining("there is no file");
        Files.writeString(folder.resolve("index.csv"), HEADING + "a.csv.gz,2,1750,dented,14,3\n");
        assertThatThrownBy(() -> CaseWesternFiles.read(folder)).hasMessageContaining("'dented' is not known");
        Files.writeString(folder.resolve("index.csv"), HEADING + "a.csv.gz\n");
        assertThatThrownBy(() -> CaseWesternFiles.read(folder)).hasMessageContaining("line 2");
        Files.writeString(folder.resolve("index.csv"), HEADING + "a.csv.gz,2,1750,inner,14,3\n");
        packed(folder.resolve("a.csv.gz"), "0.1\nnothing\n");
        assertThatThrownBy(() -> CaseWesternFiles.read(folder)).hasMessageContaining("line 2: 'nothing'");
    }

    @Test
    void a_size_without_all_faults_is_refused(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("index.csv"), HEADING + "a.csv.gz,2,1750,inner,14,3\n");
        packed(folder.resolve("a.csv.gz"), "0.1\n-0.2\n");
        List<BearingRun> runs = CaseWesternFiles.read(folder);
        assertThatThrownBy(() -> new UnseenSize(runs)).hasMessageContaining("size 14 has 1 faults");
        assertThatThrownBy(() -> NormalOnly.asFiled(runs)).hasMessageContaining("no normal recording");
    }

    /** One second of each recording at no load: geometry alone tells the races, and lets the quiet faults be. */
    @Test
    void the_races_of_the_real_bearings_stand_out_and_only_they() throws IOException {
        List<BearingRun> runs = CaseWesternFiles.read(RealData.folder("cwru"));
        EnvelopeAnalysis analysis = EnvelopeAnalysis.of(CaseWesternFiles.driveEnd());
        for (BearingRun run : runs) {
            if (run.load() != 0) {
                continue;
            }
            FaultEvidence evidence = analysis.evidence(run.blocks(12_000).getFirst());
            boolean quiet =
                    run.fault() == Fault.OUTER && run.size() == 14; // known to show nothing: Smith and Randall 2015
            boolean outer = run.fault() == Fault.OUTER && !quiet;
            assertThat(evidence.outerRace().score() > 5).as(run.file()).isEqualTo(outer);
            assertThat(evidence.innerRace().score() > 5).as(run.file()).isEqualTo(run.fault() == Fault.INNER);
        }
    }
}
