package org.industrialmind.app.command;

import picocli.CommandLine.Command;

/** Trains models of remaining life on runs to failure of a user's own, and asks them. */
@Command(
        name = "life",
        mixinStandardHelpOptions = true,
        description = "Trains models of remaining life on your own runs to failure, and asks them; needs no server.",
        subcommands = {LifeTrainCommand.class, LifeForecastCommand.class})
public final class LifeCommand {}
