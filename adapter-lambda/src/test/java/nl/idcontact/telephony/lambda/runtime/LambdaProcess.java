package nl.idcontact.telephony.lambda.runtime;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/**
 * A Java function in a process of its own under the real {@code aws-lambda-java-runtime-interface-client}. Linux only, as that
 * client is.
 */
public final class LambdaProcess implements AutoCloseable {
    private final Process process;
    private final Path output;

    private LambdaProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /**
     * Starts the function.
     *
     * @param code the function's jar or folder
     * @param handler as in the function's configuration: class, two colons, method
     * @param environment what stands in the function's configuration besides
     * @param options of the JVM
     */
    public static LambdaProcess start(
            MockRuntimeApi api, Path code, String handler, Map<String, String> environment, String... options) {
        try {
            Path folder = Files.createTempDirectory("lambda-process");
            ProcessBuilder builder = new ProcessBuilder(command(code, handler, folder, options));
            builder.environment().put("AWS_LAMBDA_RUNTIME_API", api.address());
            builder.environment().put("AWS_LAMBDA_FUNCTION_NAME", "link-phone");
            builder.environment().put("AWS_LAMBDA_FUNCTION_VERSION", "1");
            builder.environment().put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024");
            builder.environment().putAll(environment);
            Path output = folder.resolve("output.txt");
            builder.directory(folder.toFile()).redirectErrorStream(true).redirectOutput(output.toFile());
            return new LambdaProcess(builder.start(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The command line of a function's process. */
    public static List<String> command(Path code, String handler, Path folder, String... options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        // The client would unpack its library to one place for the whole machine.
        command.add(
                "-Dcom.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI=" + library(folder));
        command.add("-cp");
        command.add(String.join(
                File.pathSeparator,
                code.toString(),
                codeOf(RequestStreamHandler.class),
                codeOf(AWSLambda.class),
                codeOf(PojoSerializer.class),
                codeOf(SdkInternalThreadLocal.class)));
        command.add(AWSLambda.class.getName());
        command.add(handler);
        return command;
    }

    private static Path library(Path folder) throws IOException {
        String platform = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
        Path library = folder.resolve("libaws-lambda-jni.so");
        try (InputStream in = AWSLambda.class.getResourceAsStream("/jni/libaws-lambda-jni.linux-" + platform + ".so")) {
            if (in == null) {
                throw new IOException("The runtime interface client has no library for " + platform);
            }
            Files.copy(in, library, StandardCopyOption.REPLACE_EXISTING);
        }
        return library;
    }

    /** The jar or folder that a class was loaded from. */
    public static String codeOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public Process process() {
        return process;
    }

    /** Everything it has written to its log so far. */
    public String log() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
