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
        return seconds(process, USER);
    }

    /** Seconds that a server of several processes has used, with those that have ended since. */
    static double of(List<ProcessHandle> processes) {
        double ended = seconds(processes.get(0), CHILDREN_USER);
        return ended + processes.stream().mapToDouble(CpuTime::of).sum();
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

    private static double seconds(ProcessHandle process, int field) {
        try {
            String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
            // The name, in parentheses, may hold anything; behind it come fields from the third on.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[field]) + Long.parseLong(fields[field + 1])) / TICKS_A_SECOND;
        } catch (IOException gone) {
            return 0;
        }
    }
}
