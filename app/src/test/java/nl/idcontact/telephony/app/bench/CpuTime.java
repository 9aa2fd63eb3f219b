package nl.idcontact.telephony.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What processes have used of the processors, from Linux' {@code /proc} (proc_pid_stat(5)). */
final class CpuTime {
    private static final int USER = 11;
    private static final int CHILDREN_USER = 13;
    private static final double TICKS_A_SECOND = 100;

    private CpuTime() {}

    /** Seconds that a process has used so far, without its children. */
    static double of(ProcessHandle process) {
        return seconds(directory(process), USER);
    }

    /** Seconds that a server of several processes has used, with those that have ended since. */
    static double of(List<ProcessHandle> processes) {
        double ended = seconds(directory(processes.get(0)), CHILDREN_USER);
        return ended + processes.stream().mapToDouble(CpuTime::of).sum();
    }

    /** Seconds that the compilers of a JVM have used (HotSpot names their threads {@code C1} and {@code C2}). */
    static double ofCompilers(ProcessHandle jvm) {
        try (var threads = Files.list(Path.of("/proc/" + jvm.pid() + "/task"))) {
            return threads.filter(CpuTime::isCompiler)
                    .mapToDouble(thread -> seconds(thread, USER))
                    .sum();
        } catch (IOException gone) {
            return 0;
        }
    }

    private static boolean isCompiler(Path thread) {
        try {
            return Files.readString(thread.resolve("comm")).matches("C[12] CompilerThre.*\\s*");
        } catch (IOException ended) {
            return false;
        }
    }

    /** What a process occupies of the memory, in MB. */
    static double residentMegabytes(ProcessHandle process) {
        try {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException gone) {
            return Double.NaN;
        }
    }

    private static Path directory(ProcessHandle process) {
        return Path.of("/proc/" + process.pid());
    }

    /** Of a process or a thread, which have the same form. */
    private static double seconds(Path directory, int field) {
        try {
            String stat = Files.readString(directory.resolve("stat"));
            // The name, in parentheses, may hold anything; behind it come fields from the third on.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[field]) + Long.parseLong(fields[field + 1])) / TICKS_A_SECOND;
        } catch (IOException gone) {
            return 0;
        }
    }
}
