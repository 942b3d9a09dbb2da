package org.industrialmind.learning.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.industrialmind.foundations.algebra.Matrix;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class ChartTest {
    @Test
    void is_xml_that_a_reader_of_xml_reads() throws Exception {
        Chart chart = Chart.of("loss < 1 & falling", "epoch", "loss")
                .line("train", Series.of(3, 2, Double.NaN, 1))
                .dots("test", Series.of(3, 2.5, 2, 2))
                .band("90 %", Series.of(2, 1), Series.of(4, 3));
        Document read = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(chart.bytes()));
        assertThat(read.getElementsByTagName("circle").getLength()).isEqualTo(4);
        assertThat(read.getElementsByTagName("polygon").getLength()).isEqualTo(1);
        assertThat(read.getDocumentElement().getTextContent()).contains("loss < 1 & falling", "epoch", "train", "90 %");
    }

    @Test
    void a_missing_value_lifts_the_pen() {
        String svg =
                Chart.of("", "", "").line("", Series.of(1, 2, Double.NaN, 4, 5)).svg();
        assertThat(svg.lines()
                        .filter(line -> line.startsWith("<path"))
                        .findFirst()
                        .orElseThrow())
                .matches(path -> path.chars().filter(letter -> letter == 'M').count() == 2);
    }

    @Test
    void ticks_stand_at_round_numbers_and_enclose_the_values() {
        Axis axis = Axis.over(0.13, 9.7, 0, 100);
        assertThat(axis.ticks()).containsExactly(0.0, 2.0, 4.0, 6.0, 8.0, 10.0);
        assertThat(axis.place(5)).isEqualTo(50);
        assertThat(Axis.over(3, 3, 0, 1).ticks()).hasSizeGreaterThan(2);
    }

    @Test
    void bars_stand_on_zero_and_carry_their_labels() {
        String svg = Chart.of("", "", "").bars("gain", List.of("a", "b"), 2, -1).svg();
        assertThat(svg).contains(">a<", ">b<", ">0.0<");
    }

    @Test
    void a_picture_is_a_png_of_its_brightness() throws Exception {
        Picture picture = Picture.of(Matrix.ofRows(new double[] {0, 1}, new double[] {2, 0.5}), 3);
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(picture.bytes()));
        assertThat(read.getWidth()).isEqualTo(6);
        assertThat(read.getRaster().getSample(5, 0, 0)).isEqualTo(255);
        assertThat(read.getRaster().getSample(0, 5, 0)).isEqualTo(255);
        assertThat(read.getRaster().getSample(5, 5, 0)).isEqualTo(128);
    }

    @Test
    void what_cannot_be_drawn_is_refused() {
        assertThatThrownBy(() -> Series.of(new double[1], new double[2])).hasMessageContaining("1 x and 2 y");
        assertThatThrownBy(() -> Chart.of("", "", "").band("", Series.of(1), Series.of(1, 2)))
                .hasMessageContaining("1 and 2");
    }
}
