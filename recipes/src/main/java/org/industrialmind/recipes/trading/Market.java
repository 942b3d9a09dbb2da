package org.industrialmind.recipes.trading;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.industrialmind.learning.tabular.table.Csv;
import org.industrialmind.learning.tabular.table.CsvFormat;
import org.industrialmind.learning.tabular.table.Kind;
import org.industrialmind.learning.tabular.table.Table;

/** The first and the last price of each trading day of some stocks, over the days that all of them have. */
final class Market {
    private final List<String> names;
    private final List<LocalDate> days;
    private final double[][] opens;
    private final double[][] closes;

    private Market(List<String> names, List<LocalDate> days, double[][] opens, double[][] closes) {
        this.names = List.copyOf(names);
        this.days = List.copyOf(days);
        this.opens = opens;
        this.closes = closes;
    }

    /**
     * Takes prices. Shape of both: [stock, day].
     *
     * @throws IllegalArgumentException if a price is missing or not positive, or the days do not rise; the message says where
     */
    static Market of(List<String> names, List<LocalDate> days, double[][] opens, double[][] closes) {
        for (int d = 1; d < days.size(); d++) {
            if (!days.get(d).isAfter(days.get(d - 1))) {
                throw new IllegalArgumentException(
                        "the day " + days.get(d) + " follows " + days.get(d - 1) + ": expected rising days");
            }
        }
        double[][] ownOpens = new double[names.size()][];
        double[][] ownCloses = new double[names.size()][];
        for (int s = 0; s < names.size(); s++) {
            ownOpens[s] = checked(names.get(s), "open", days, opens[s]);
            ownCloses[s] = checked(names.get(s), "close", days, closes[s]);
        }
        return new Market(names, days, ownOpens, ownCloses);
    }

    private static double[] checked(String name, String what, List<LocalDate> days, double[] prices) {
        if (prices.length != days.size()) {
            throw new IllegalArgumentException(
                    name + " has " + prices.length + " prices (" + what + ") for " + days.size() + " days");
        }
        for (int d = 0; d < prices.length; d++) {
            if (!(prices[d] > 0) || Double.isInfinite(prices[d])) {
                throw new IllegalArgumentException("the " + what + " of " + name + " on " + days.get(d) + " is "
                        + prices[d] + ": expected a positive price");
            }
        }
        return prices.clone();
    }

    /**
     * Reads a file for each stock, with columns Date, Open, Close and Name. A missing first price is taken to be the last
     * one of the day before; days that not every stock has are left out.
     *
     * @throws IOException if a file cannot be read
     */
    static Market read(List<Path> files) throws IOException {
        List<String> names = new ArrayList<>();
        List<Map<LocalDate, double[]>> stocks = new ArrayList<>();
        for (Path file : files) {
            Table table = Csv.read(file, CsvFormat.defaults().withKind(Kind.TEXT, "Date", "Name"));
            names.add(table.text("Name").text(0));
            stocks.add(prices(table));
        }
        List<LocalDate> days = new ArrayList<>(stocks.getFirst().keySet());
        stocks.forEach(stock -> days.retainAll(stock.keySet()));
        double[][][] prices = new double[2][stocks.size()][days.size()];
        for (int s = 0; s < stocks.size(); s++) {
            for (int d = 0; d < days.size(); d++) {
                double[] day = stocks.get(s).getOrDefault(days.get(d), new double[2]);
                prices[0][s][d] = day[0];
                prices[1][s][d] = day[1];
            }
        }
        return of(names, days, prices[0], prices[1]);
    }

    private static Map<LocalDate, double[]> prices(Table table) {
        Map<LocalDate, double[]> prices = new TreeMap<>();
        double before = Double.NaN;
        for (int r = 0; r < table.rows(); r++) {
            double open = table.numeric("Open").value(r);
            double close = table.numeric("Close").value(r);
            prices.put(
                    LocalDate.parse(table.text("Date").text(r)),
                    new double[] {Double.isNaN(open) ? before : open, close});
            before = close;
        }
        return prices;
    }

    /** Returns the market as it was up to and with this day, which nothing later can change. */
    Past at(int day) {
        return new Past(this, day);
    }

    List<String> names() {
        return names;
    }

    int stocks() {
        return names.size();
    }

    int days() {
        return days.size();
    }

    LocalDate day(int day) {
        return days.get(day);
    }

    /** Returns the first day of this year or later. */
    int firstDayOf(int year) {
        for (int d = 0; d < days.size(); d++) {
            if (days.get(d).getYear() >= year) {
                return d;
            }
        }
        throw new IllegalArgumentException("there is no day of " + year + " or later: the last is " + days.getLast());
    }

    double open(int stock, int day) {
        return opens[stock][day];
    }

    double close(int stock, int day) {
        return closes[stock][day];
    }

    /** Returns the first prices of a day. Shape: [stock]. */
    double[] opens(int day) {
        return ofDay(opens, day);
    }

    /** Returns the last prices of a day. Shape: [stock]. */
    double[] closes(int day) {
        return ofDay(closes, day);
    }

    private static double[] ofDay(double[][] prices, int day) {
        double[] all = new double[prices.length];
        for (int s = 0; s < all.length; s++) {
            all[s] = prices[s][day];
        }
        return all;
    }
}
