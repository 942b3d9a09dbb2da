package org.industrialmind.serving;

import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.industrialmind.serving.backtest.BacktestController;
import org.industrialmind.serving.decision.DecisionController;
import org.industrialmind.serving.explanation.ExplanationController;
import org.industrialmind.serving.life.LifeModelController;
import org.industrialmind.serving.life.OneForecast;
import org.industrialmind.serving.live.EventController;
import org.industrialmind.serving.platform.ServingConfig;
import org.industrialmind.serving.rest.AdviceController;
import org.industrialmind.serving.rest.AlarmController;
import org.industrialmind.serving.rest.AssetController;
import org.industrialmind.serving.rest.AuditController;
import org.industrialmind.serving.rest.ClassController;
import org.industrialmind.serving.rest.HealthController;
import org.industrialmind.serving.rest.IngestController;
import org.industrialmind.serving.rest.MetricsController;
import org.industrialmind.serving.rest.ModelController;
import org.industrialmind.serving.rest.PlantController;
import org.industrialmind.serving.security.KeyController;
import org.industrialmind.serving.security.SecurityRules;
import org.industrialmind.serving.security.SessionController;
import org.industrialmind.serving.security.Sessions;
import org.industrialmind.serving.training.TrainingController;
import org.industrialmind.serving.web.BodyLimit;
import org.industrialmind.serving.web.ErrorAnswer;
import org.industrialmind.serving.web.PageFiles;
import org.industrialmind.serving.web.ProblemAdvice;
import org.industrialmind.serving.web.RootPage;
import org.industrialmind.serving.web.SlashesInNames;
import org.industrialmind.telemetry.ingest.IngestLimits;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.metrics.TomcatMetricsAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * The HTTP server: everything that answers, in one list. Spring finds nothing by itself here; what is not imported below
 * does not exist.
 */
public final class ServingServer implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final ServingConfig config;

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            exclude = {
                UserDetailsServiceAutoConfiguration.class, // our callers are keys, not users
                TomcatMetricsAutoConfiguration.class // all metrics are ours, by name
            })
    @Import({
        SecurityRules.class,
        SessionController.class,
        KeyController.class,
        PlantController.class,
        ClassController.class,
        AssetController.class,
        AlarmController.class,
        AuditController.class,
        AdviceController.class,
        ModelController.class,
        DecisionController.class,
        TrainingController.class,
        BacktestController.class,
        ExplanationController.class,
        LifeModelController.class,
        OneForecast.class,
        IngestController.class,
        EventController.class,
        HealthController.class,
        MetricsController.class,
        RootPage.class,
        ErrorAnswer.class,
        ProblemAdvice.class,
        SlashesInNames.class
    })
    static class Edge {}

    private ServingServer(ConfigurableApplicationContext context, ServingConfig config) {
        this.context = context;
        this.config = config;
    }

    /**
     * Starts the server and returns when it answers.
     *
     * @throws IllegalStateException if the port is taken; the message says what to do
     */
    public static ServingServer start(ServingConfig config, Services services) {
        SpringApplication application = new SpringApplication(Edge.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false); // the platform closes its parts in its own order
        Map<String, Object> settings = settings(config);
        application.setDefaultProperties(settings); // for what is asked before there is a context
        application.addInitializers(context -> {
            // before the environment's: no SERVER_ADDRESS that happens to be set opens the door to others
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("serving", settings));
            handOver(context.getBeanFactory(), config, services);
        });
        try {
            return new ServingServer(application.run(), config);
        } catch (org.springframework.boot.web.server.PortInUseException taken) {
            throw new IllegalStateException(
                    "port " + taken.getPort() + " is taken by another program; next: stop that one, or use --port N",
                    taken);
        }
    }

    private static Map<String, Object> settings(ServingConfig config) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("server.address", config.address());
        settings.put("server.port", config.port());
        settings.put(
                "server.shutdown",
                "immediate"); // live connections would hold a graceful stop up for its whole patience
        settings.put("server.compression.enabled", true);
        settings.put("server.tomcat.max-swallow-size", "24MB"); // room to tell the sender of too much that it was
        settings.put("server.tomcat.connection-timeout", "20s"); // also for a listener that stops reading
        settings.put(
                "spring.mvc.formcontent.filter.enabled", false); // would read bodies before anyone is asked who calls
        settings.put("spring.threads.virtual.enabled", true);
        settings.put("spring.main.lazy-initialization", false);
        settings.put("spring.web.resources.add-mappings", false); // only the dashboard's folder is served
        settings.put("spring.jmx.enabled", false);
        settings.put("springdoc.api-docs.path", "/openapi.json");
        settings.put("springdoc.swagger-ui.path", "/docs");
        settings.put("springdoc.swagger-ui.disable-swagger-default-url", true);
        settings.put("springdoc.writer-with-order-by-keys", true);
        settings.put("springdoc.show-actuator", false);
        settings.put("logging.level.org.springdoc", "ERROR");
        settings.put("logging.level.org.springframework", "WARN");
        settings.put("logging.level.org.apache.catalina", "WARN");
        settings.put("logging.level.org.apache.coyote", "WARN");
        settings.put("logging.register-shutdown-hook", false);
        return settings;
    }

    private static void handOver(ConfigurableListableBeanFactory beans, ServingConfig config, Services services) {
        beans.registerSingleton("servingConfig", config);
        beans.registerSingleton("assetDirectory", services.assets());
        beans.registerSingleton("ingest", services.ingest());
        beans.registerSingleton("sampleStore", services.store());
        beans.registerSingleton("conditionBoard", services.board());
        beans.registerSingleton("alarmDesk", services.alarms());
        beans.registerSingleton("adviceDesk", services.advice());
        beans.registerSingleton("modelRegistry", services.models());
        beans.registerSingleton("modelCheck", services.modelCheck());
        beans.registerSingleton("decisions", services.decisions());
        beans.registerSingleton("trainingQueue", services.trainings());
        beans.registerSingleton("trainingPlanner", services.planner());
        beans.registerSingleton("backtests", services.backtests());
        beans.registerSingleton("explainer", services.explainer());
        beans.registerSingleton("lifeModels", services.lifeModels());
        beans.registerSingleton("liveFeed", services.live());
        beans.registerSingleton("apiKeys", services.keys());
        beans.registerSingleton("sessions", new Sessions(services.clock()));
        beans.registerSingleton("health", services.health());
        beans.registerSingleton("clock", services.clock());
        beans.registerSingleton("meters", services.meters());
        beans.registerSingleton("pageFiles", new PageFiles(config.dashboard()));
        beans.registerSingleton(
                "bodyLimit", new BodyLimit(IngestLimits.defaults().bytes()));
        beans.registerSingleton("requestTimer", new RequestTimer(services.meters()));
    }

    /** Returns where the server is reached. */
    public URI url() {
        int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        return URI.create("http://" + config.address() + ":" + port);
    }

    /** Returns Spring's view of the server, for tests that walk every endpoint. */
    ConfigurableApplicationContext context() {
        return context;
    }

    @Override
    public void close() {
        context.close();
    }

    /** Measures how long requests take, by the pattern of their path rather than the path, which has no end of values. */
    private static final class RequestTimer extends OncePerRequestFilter {
        private final PrometheusMeterRegistry meters;

        RequestTimer(PrometheusMeterRegistry meters) {
            this.meters = meters;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            Timer.Sample sample = Timer.start(meters);
            try {
                chain.doFilter(request, response);
            } finally {
                Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
                sample.stop(Timer.builder("industrialmind.http.requests")
                        .tag("method", request.getMethod())
                        .tag("path", pattern == null ? "none" : pattern.toString())
                        .tag("status", Integer.toString(response.getStatus()))
                        .publishPercentileHistogram()
                        .register(meters));
            }
        }
    }
}
