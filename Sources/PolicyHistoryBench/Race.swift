import Foundation

/// The command against git, in turn, on the same work.
enum Race {
    /// Prints the times and ratios: the start of the process, the comparison of a pair, and where there are archives a pair of theirs
    /// and what changed in two years.
    static func print(binary: String, archives: String?) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "policyhistory-bench-\(getpid())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let before = folder.appending(path: "before.md").path
        let after = folder.appending(path: "after.md").path
        let repository = archives.map { $0 + "/contrib-versions.git" }
        let base = try repository.map {
            try output(["git", "-C", $0, "rev-list", "-1", "--before=2024-08-22T00:00:00Z", "HEAD"])
                .trimmingCharacters(in: .whitespacesAndNewlines)
        }
        if let repository, let base {
            let path = "GitHub/Terms of Service.md"
            for (revision, file) in [(base, before), ("HEAD", after)] {
                try output(["git", "-C", repository, "show", "\(revision):\(path)"])
                    .write(toFile: file, atomically: true, encoding: .utf8)
            }
        } else {
            let (old, new) = WorstCases.edited(45_000)
            try old.write(toFile: before, atomically: true, encoding: .utf8)
            try new.write(toFile: after, atomically: true, encoding: .utf8)
        }
        let compare = [binary, "compare", before, after, "--format", "json"]
        let wordDiff = ["git", "diff", "--no-index", "--word-diff=porcelain", before, after]
        let times = try inTurn([[binary, "--version"], compare, wordDiff], rounds: 21)
        Swift.print("start (--version)              \(column(times[0], 2)) ms")
        Swift.print("compare of a pair              \(column(times[1], 2)) ms")
        Swift.print("git diff --word-diff of it     \(column(times[2], 2)) ms")
        Swift.print("work above the start, to git   \(column((times[1] - times[0]) / times[2], 2)) ×")
        Swift.print("all in all, to git             \(column(times[1] / times[2], 2)) ×")
        guard let repository, let base else { return }
        let since = [binary, "since", "2024-08-22", "-C", repository, "--axis", "recorded", "--format", "json"]
        let trees = ["git", "-C", repository, "diff", "--no-renames", "--word-diff=porcelain", base, "HEAD"]
        let all = try inTurn([since, trees], rounds: 3)
        Swift.print(
            "since, all policies, two years \(column(all[0], 0)) ms, git \(column(all[1], 0)) ms: \(column(all[0] / all[1], 2)) ×"
        )
    }

    /// Runs commands in turn and returns the median of each one's times, in milliseconds; the first round warms up.
    private static func inTurn(_ commands: [[String]], rounds: Int) throws -> [Double] {
        var times = [[Double]](repeating: [], count: commands.count)
        for round in 0...rounds {
            for (index, command) in commands.enumerated() {
                let start = ContinuousClock.now
                _ = try output(command)
                let took = ContinuousClock.now - start
                if round > 0 {
                    times[index].append(
                        Double(took.components.seconds) * 1e3 + Double(took.components.attoseconds) / 1e15)
                }
            }
        }
        return times.map { $0.sorted()[$0.count / 2] }
    }

    @discardableResult
    private static func output(_ command: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = command
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }
}
