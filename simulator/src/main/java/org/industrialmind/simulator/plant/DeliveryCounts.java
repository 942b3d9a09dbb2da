package org.industrialmind.simulator.plant;

/**
 * The ledger of the transport: {@code sent + duplicated = arrived + underWay}, always.
 *
 * @param backfilled how many were held back by an outage
 */
public record DeliveryCounts(
        long sent, long duplicated, long late, long reordered, long backfilled, long arrived, long underWay) {}
