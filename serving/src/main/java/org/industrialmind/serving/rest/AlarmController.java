package org.industrialmind.serving.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.industrialmind.advisor.alarm.Alarm;
import org.industrialmind.advisor.alarm.AlarmAction;
import org.industrialmind.advisor.alarm.AlarmDesk;
import org.industrialmind.serving.platform.AssetDirectory;
import org.industrialmind.serving.security.Caller;
import org.industrialmind.serving.web.Problem;
import org.industrialmind.signal.EpisodeId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The alarm list and what operators do with it. */
@RestController
@RequestMapping("/api/v1/alarms")
@Tag(name = "Alarms", description = "Alarms and their life cycle by ISA-18.2")
public class AlarmController {
    private static final int MOST = 1000;

    private final AlarmDesk desk;
    private final AssetDirectory directory;

    AlarmController(AlarmDesk desk, AssetDirectory directory) {
        this.desk = desk;
        this.directory = directory;
    }

    /** What an operator says about an alarm they have seen. */
    public record Comment(@Nullable String comment) {}

    /** Why an alarm is silenced. */
    public record Reason(@Nullable String reason) {}

    /** How long and why an alarm is shelved. */
    public record Shelve(int minutes, @Nullable String reason) {}

    /** One line of the audit trail. */
    public record AuditView(
            long sequence, Instant at, String actor, String action, String from, String to, String reason) {}

    @GetMapping
    @Operation(summary = "Lists alarms: the open ones by priority, or all, newest first")
    List<AlarmView> list(
            @RequestParam(defaultValue = "open") String view, @RequestParam(defaultValue = "200") int limit) {
        int most = Math.clamp(limit, 1, MOST);
        List<Alarm> alarms = switch (view) {
            case "open" -> desk.open(most);
            case "all" -> desk.recent(most);
            default ->
                throw new Problem(
                        HttpStatus.BAD_REQUEST, "there is no view '" + view + "'", "use view=open or view=all");
        };
        return alarms.stream().map(alarm -> AlarmView.of(alarm, directory)).toList();
    }

    @GetMapping("/{id}")
    @Operation(summary = "Returns one alarm")
    AlarmView one(@PathVariable String id) {
        return desk.find(alarmId(id))
                .map(alarm -> AlarmView.of(alarm, directory))
                .orElseThrow(() -> Problem.notFound("there is no alarm " + id, "list the alarms with view=all"));
    }

    @GetMapping("/{id}/history")
    @Operation(summary = "Returns who did what to the alarm, oldest first")
    List<AuditView> history(@PathVariable String id) {
        EpisodeId alarm = alarmId(id);
        if (desk.find(alarm).isEmpty()) {
            throw Problem.notFound("there is no alarm " + id, "list the alarms with view=all");
        }
        return desk.history(alarm).stream()
                .map(entry -> new AuditView(
                        entry.sequence(),
                        entry.at(),
                        entry.actor(),
                        entry.action(),
                        entry.from().code(),
                        entry.to().code(),
                        entry.reason()))
                .toList();
    }

    @PostMapping("/{id}/acknowledge")
    @Operation(summary = "Says that somebody has seen the alarm")
    AlarmView acknowledge(@PathVariable String id, @RequestBody Comment said, @AuthenticationPrincipal Caller caller) {
        return apply(
                id,
                new AlarmAction.Acknowledge(Optional.ofNullable(said.comment()).orElse("")),
                caller);
    }

    @PostMapping("/{id}/shelve")
    @Operation(summary = "Silences the machine's alarms for a limited time, with a reason")
    AlarmView shelve(@PathVariable String id, @RequestBody Shelve shelve, @AuthenticationPrincipal Caller caller) {
        return apply(id, new AlarmAction.Shelve(Duration.ofMinutes(shelve.minutes()), reason(shelve.reason())), caller);
    }

    @PostMapping("/{id}/unshelve")
    @Operation(summary = "Ends a shelving before its time")
    AlarmView unshelve(@PathVariable String id, @AuthenticationPrincipal Caller caller) {
        return apply(id, new AlarmAction.Unshelve(), caller);
    }

    @PostMapping("/{id}/suppress")
    @Operation(summary = "Silences the machine's alarms while a known plant condition lasts")
    AlarmView suppress(@PathVariable String id, @RequestBody Reason said, @AuthenticationPrincipal Caller caller) {
        return apply(id, new AlarmAction.Suppress(reason(said.reason())), caller);
    }

    @PostMapping("/{id}/unsuppress")
    @Operation(summary = "Ends a suppression")
    AlarmView unsuppress(@PathVariable String id, @AuthenticationPrincipal Caller caller) {
        return apply(id, new AlarmAction.Unsuppress(), caller);
    }

    @PostMapping("/{id}/out-of-service")
    @Operation(summary = "Silences the machine's alarms for maintenance")
    AlarmView outOfService(@PathVariable String id, @RequestBody Reason said, @AuthenticationPrincipal Caller caller) {
        return apply(id, new AlarmAction.TakeOutOfService(reason(said.reason())), caller);
    }

    @PostMapping("/{id}/return-to-service")
    @Operation(summary = "Lets the machine's alarms call again after maintenance")
    AlarmView returnToService(@PathVariable String id, @AuthenticationPrincipal Caller caller) {
        return apply(id, new AlarmAction.ReturnToService(), caller);
    }

    private AlarmView apply(String id, AlarmAction action, Caller caller) {
        return AlarmView.of(desk.apply(alarmId(id), action, caller.name()), directory);
    }

    private static String reason(@Nullable String reason) {
        return Optional.ofNullable(reason).orElse("");
    }

    private static EpisodeId alarmId(String id) {
        try {
            return EpisodeId.parse(id);
        } catch (IllegalArgumentException notAnId) {
            throw Problem.notFound("'" + id + "' is not the id of an alarm", "list the alarms with view=all");
        }
    }
}
