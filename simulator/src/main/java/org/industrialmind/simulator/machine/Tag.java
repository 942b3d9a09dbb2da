package org.industrialmind.simulator.machine;

import org.industrialmind.simulator.sensor.Instrument;

/** A measuring point of a class of machine; its ordinal is the position of its channel in the schema. */
interface Tag {
    int ordinal();

    Instrument instrument();
}
