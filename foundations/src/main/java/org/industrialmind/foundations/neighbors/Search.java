package org.industrialmind.foundations.neighbors;

/** What a search wants: it is offered rows and says beyond which reduced distance it wants no more. */
interface Search {
    double limit();

    void offer(double reduced, int position);
}
