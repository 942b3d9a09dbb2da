package org.industrialmind.advisor.alarm;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.industrialmind.advisor.alarm.SilenceRows.Silence;
import org.industrialmind.advisor.diagnosis.Diagnosis;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.Episode;
import org.industrialmind.signal.EpisodeId;
import org.industrialmind.signal.Suspect;

/**
 * The alarms within one transaction: carries what happens to an episode or what an operator asks through
 * {@link AlarmLifecycle} into the rows, with a line in the audit trail for every change of state.
 *
 * <p>Opening the book takes the desk's lock until the transaction ends. Alarms change rarely, so one lock costs nothing
 * and makes deadlock and gaps in the trail impossible; taking assessments in without news does not need it.
 */
final class AlarmBook {
    private static final String SYSTEM = "system";
    private static final int UNKNOWN_CRITICALITY = 3; // the middle, until the machine is known
    private static final long DESK_LOCK = 0x696d2d6465736bL; // "im-desk"

    private final Connection connection;
    private final AssetDirectory assets;
    private final Instant now;
    private final Set<EpisodeId> changed = new LinkedHashSet<>();

    private AlarmBook(Connection connection, AssetDirectory assets, Instant now) {
        this.connection = connection;
        this.assets = assets;
        this.now = now;
    }

    static AlarmBook open(Connection connection, AssetDirectory assets, Instant now) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("SELECT pg_advisory_xact_lock(?)")) {
            lock.setLong(1, DESK_LOCK);
            lock.execute();
        }
        return new AlarmBook(connection, assets, now);
    }

    /** Returns the alarms that were changed, as they are now. */
    List<Alarm> changed() throws SQLException {
        List<Alarm> alarms = new ArrayList<>();
        for (EpisodeId id : changed) {
            AlarmRows.find(connection, id).ifPresent(alarms::add);
        }
        return alarms;
    }

    /** Carries a change of an episode into its row and its alarm. */
    void record(EpisodeTracker.Change change) throws SQLException {
        AlarmRows.save(connection, change.episode());
        switch (change) {
            case EpisodeTracker.Change.Opened opened -> raise(opened.episode(), opened.windows());
            case EpisodeTracker.Change.Continued continued -> followUp(continued);
            case EpisodeTracker.Change.Closed closed -> clear(closed.episode());
        }
    }

    private void raise(Episode episode, int windows) throws SQLException {
        AlarmPoint point = point(episode);
        Optional<Silence> silence = SilenceRows.of(connection, point);
        if (silence.isPresent()) {
            retireEnded(point);
        }
        AlarmState birth =
                silence.map(Silence::state).orElse(AlarmLifecycle.next(AlarmState.NORMAL, AlarmEvent.RAISE, true));
        Diagnosis pending = Diagnosis.unknown("the cause is still being worked out");
        AlarmRows.insert(connection, newAlarm(episode, birth, pending), windows);
        audit(
                episode.id(),
                SYSTEM,
                AlarmEvent.RAISE,
                AlarmState.NORMAL,
                birth,
                silence.map(known -> "silenced: " + known.reason()).orElse(""));
    }

    private Alarm newAlarm(Episode episode, AlarmState state, Diagnosis diagnosis) {
        Optional<Asset> asset = assets.find(episode.asset());
        return new Alarm(
                episode.id(),
                episode.asset(),
                priority(asset, episode),
                state,
                AlarmMessage.of(asset, episode, diagnosis),
                instant(episode.updatedNanos()),
                now,
                episode,
                diagnosis,
                Optional.empty(),
                Optional.empty());
    }

    /** Lets a silenced alarm that is back to normal go, since a newer one is the handle of its point from now on. */
    private void retireEnded(AlarmPoint point) throws SQLException {
        for (Alarm earlier : AlarmRows.openAt(connection, point)) {
            if (earlier.state().silenced() && !earlier.episode().open()) {
                move(earlier, AlarmEvent.FOLLOWED, SYSTEM, "a newer alarm of this point takes its place");
            }
        }
    }

    private void followUp(EpisodeTracker.Change.Continued continued) throws SQLException {
        Episode episode = continued.episode();
        if (continued.anotherLook()) {
            AlarmRows.wantDiagnosis(connection, episode.id(), continued.windows());
        }
        Alarm alarm = require(episode.id());
        AlarmPriority priority = priority(assets.find(episode.asset()), episode);
        if (priority.compareTo(alarm.priority()) <= 0) {
            return;
        }
        AlarmRows.raisePriority(connection, alarm.id(), priority);
        changed.add(alarm.id());
        if (alarm.state() == AlarmState.ACKNOWLEDGED) {
            AlarmRows.acknowledged(connection, alarm.id(), Optional.empty());
            move(alarm, AlarmEvent.RE_ALARM, SYSTEM, "the priority has risen to " + priority.code());
        }
    }

    private void clear(Episode episode) throws SQLException {
        move(require(episode.id()), AlarmEvent.CLEAR, SYSTEM, "");
    }

    /** Does what an operator asks. */
    void apply(EpisodeId id, AlarmAction action, String actor) throws SQLException {
        Alarm alarm = require(id);
        // asked before anything is written, so that a refusal leaves no trace
        AlarmLifecycle.next(alarm.state(), action.event(), alarm.episode().open());
        AlarmPoint point = point(alarm.episode());
        switch (action) {
            case AlarmAction.Acknowledge acknowledge -> {
                AlarmRows.acknowledged(connection, id, Optional.of(actor));
                move(alarm, acknowledge.event(), actor, acknowledge.comment());
            }
            case AlarmAction.Shelve shelve ->
                silence(point, action, AlarmState.SHELVED, Optional.of(now.plus(shelve.limit())), actor);
            case AlarmAction.Suppress suppress ->
                silence(point, suppress, AlarmState.SUPPRESSED, Optional.empty(), actor);
            case AlarmAction.TakeOutOfService out ->
                silence(point, out, AlarmState.OUT_OF_SERVICE, Optional.empty(), actor);
            case AlarmAction.Unshelve unshelve -> unsilence(point, unshelve.event(), actor, "");
            case AlarmAction.Unsuppress unsuppress -> unsilence(point, unsuppress.event(), actor, "");
            case AlarmAction.ReturnToService back -> unsilence(point, back.event(), actor, "");
        }
    }

    private void silence(AlarmPoint point, AlarmAction action, AlarmState state, Optional<Instant> until, String actor)
            throws SQLException {
        SilenceRows.begin(connection, new Silence(point, state, until, action.remark(), actor));
        for (Alarm alarm : AlarmRows.openAt(connection, point)) {
            move(alarm, action.event(), actor, action.remark());
        }
    }

    private void unsilence(AlarmPoint point, AlarmEvent event, String actor, String reason) throws SQLException {
        SilenceRows.end(connection, point);
        for (Alarm alarm : AlarmRows.openAt(connection, point)) {
            AlarmRows.acknowledged(connection, alarm.id(), Optional.empty());
            move(alarm, event, actor, reason);
        }
    }

    /** Ends every shelving whose time has passed. */
    void expire() throws SQLException {
        for (Silence silence : SilenceRows.expired(connection, now)) {
            unsilence(
                    silence.point(),
                    AlarmEvent.EXPIRE,
                    SYSTEM,
                    "shelved by " + silence.actor() + ": " + silence.reason());
        }
    }

    /** Writes a diagnosis down, with the message that follows from it. */
    void diagnosed(EpisodeId id, Diagnosis diagnosis, int windows) throws SQLException {
        Alarm alarm = require(id);
        String message = AlarmMessage.of(assets.find(alarm.asset()), alarm.episode(), diagnosis);
        AlarmRows.diagnosed(connection, id, diagnosis, message, windows);
        changed.add(id);
    }

    private void move(Alarm alarm, AlarmEvent event, String actor, String reason) throws SQLException {
        AlarmState to =
                AlarmLifecycle.next(alarm.state(), event, alarm.episode().open());
        AlarmRows.move(connection, alarm.id(), to, now);
        audit(alarm.id(), actor, event, alarm.state(), to, reason);
    }

    private void audit(EpisodeId id, String actor, AlarmEvent event, AlarmState from, AlarmState to, String reason)
            throws SQLException {
        AuditTrail.append(connection, id, now, actor, event, from, to, reason);
        changed.add(id);
    }

    private Alarm require(EpisodeId id) throws SQLException {
        return AlarmRows.find(connection, id)
                .orElseThrow(() -> new NoSuchElementException(
                        "no alarm has the id " + id + "; list the alarms to see which there are"));
    }

    private static AlarmPriority priority(Optional<Asset> asset, Episode episode) {
        boolean misread = episode.suspect() == Suspect.SENSOR; // how wrong a sensor reads is not how ill the machine is
        return AlarmPriority.of(
                asset.map(Asset::criticality).orElse(UNKNOWN_CRITICALITY), misread ? 0 : episode.peakScore());
    }

    /** What is silenced stays silenced when another model judges it. */
    private static AlarmPoint point(Episode episode) {
        return new AlarmPoint(episode.asset(), episode.model().name()).ofAnyModel();
    }

    private static Instant instant(long epochNanos) {
        return Instant.ofEpochSecond(0, epochNanos);
    }
}
