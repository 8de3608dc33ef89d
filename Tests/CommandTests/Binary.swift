import Foundation

/// The built command, found beside the test bundle.
enum Binary {
    /// What a run left behind.
    struct Run {
        let output: String
        let errors: String
        /// The exit status; negative where a signal ended the run.
        let status: Int32

        /// The answer as JSON.
        func json() throws -> [String: Any] {
            try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any] ?? [:]
        }
    }

    /// The path of the command.
    static var path: String {
        #if os(macOS)
            let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") } ?? .main
            return bundle.bundleURL.deletingLastPathComponent().appending(path: "policyhistory").path
        #else
            return Bundle.main.bundleURL.appending(path: "policyhistory").path
        #endif
    }

    /// Runs the command in `folder` with nothing in its environment but what is given.
    static func run(
        _ arguments: [String], in folder: URL, environment: [String: String] = [:], at path: String = path
    ) throws -> Run {
        try runProcess(path, arguments, in: folder, environment: environment)
    }

    /// Runs a script of the shell, with the command as `$policyhistory`, and git without any user's configuration.
    @discardableResult
    static func shell(_ script: String, in folder: URL) throws -> Run {
        try runProcess(
            "/bin/sh", ["-euc", script], in: folder,
            environment: [
                "policyhistory": path, "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
                "HOME": folder.path, "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "A",
                "GIT_AUTHOR_EMAIL": "a@example.org",
                "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org",
                "GIT_AUTHOR_DATE": "2026-01-01T00:00:00Z", "GIT_COMMITTER_DATE": "2026-01-01T00:00:00Z",
            ])
    }

    private static func runProcess(
        _ path: String, _ arguments: [String], in folder: URL, environment: [String: String]
    ) throws -> Run {
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = environment
        // Files, not pipes: a long answer on one pipe cannot keep the other from being read.
        let streams = FileManager.default.temporaryDirectory.appending(path: "policyhistory-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: streams, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: streams) }
        let output = streams.appending(path: "output")
        let errors = streams.appending(path: "errors")
        for file in [output, errors] { try Data().write(to: file) }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        process.waitUntilExit()
        return Run(
            output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self),
            status: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus)
    }
}

/// Gives `body` an empty folder and removes it afterwards.
func withFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "policyhistory-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
}
