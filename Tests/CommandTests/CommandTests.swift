import Foundation
import Testing

@Suite("The command as it is installed")
struct CommandTests {
    let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    @Test("answers from the history it carries when only the binary is left, in an empty folder, without a home")
    func movedBinary() throws {
        try withFolder { folder in
            let moved = folder.appending(path: "elsewhere/policyhistory")
            let empty = folder.appending(path: "empty")
            for made in [moved.deletingLastPathComponent(), empty] {
                try FileManager.default.createDirectory(at: made, withIntermediateDirectories: true)
            }
            try FileManager.default.copyItem(at: URL(filePath: Binary.path), to: moved)
            let run = try Binary.run(
                ["since", "2026-01-01", "mistral-usage-policy", "--example", "--format", "json"], in: empty,
                environment: ["TMPDIR": folder.path], at: moved.path)
            #expect(run.status == 0, "\(run.errors)")
            let policies = try run.json()["policies"] as? [[String: Any]] ?? []
            let changes = policies.first?["changes"] as? [[String: Any]] ?? []
            let told = changes.map { ($0["after"] as? [String: Any])?["text"] as? String ?? "" }
            #expect(told.contains { $0.contains("compromise the security") }, "\(told)")
            #expect(told.contains { $0.contains("likeness") }, "\(told)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: empty.path).isEmpty)
        }
    }

    #if os(Linux)
        @Test("compares files where there is no libgit2, and says what is missing where a repository is asked for")
        func withoutLibgit2() throws {
            try withFolder { folder in
                let libraries = folder.appending(path: "libraries")
                try FileManager.default.createDirectory(at: libraries, withIntermediateDirectories: true)
                for version in ["1.5", "1.6", "1.7", "1.8", "1.9"] {
                    try Data("no library".utf8).write(to: libraries.appending(path: "libgit2.so.\(version)"))
                }
                for (file, text) in [("old.md", "You may leave.\n"), ("new.md", "You must leave.\n")] {
                    try Data(text.utf8).write(to: folder.appending(path: file))
                }
                let environment = ["LD_LIBRARY_PATH": libraries.path]
                let compared = try Binary.run(["compare", "old.md", "new.md"], in: folder, environment: environment)
                #expect(compared.status == 0 && compared.output.contains("must"), "\(compared)")
                let asked = try Binary.run(["log", "--repository", "."], in: folder, environment: environment)
                #expect(asked.status == 74 && asked.output.isEmpty, "\(asked)")
                #expect(asked.errors.contains("libgit2 cannot be used") && asked.errors.contains("hint: "), "\(asked)")
            }
        }
    #endif

    @Test("gives the same bytes every time")
    func deterministic() throws {
        try withFolder { folder in
            let arguments = ["since", "2020-01-01", "--until", "2026-12-31", "--example", "--format", "json", "--all"]
            let runs = try (0..<3).map { number in
                try Binary.run(
                    arguments, in: folder,
                    environment: [
                        "TMPDIR": folder.path, "TZ": ["UTC", "Pacific/Kiritimati", "America/Adak"][number],
                        "LC_ALL": ["C", "tr_TR.UTF-8", "de_DE.UTF-8"][number],
                    ])
            }
            #expect(runs[0].status == 0, "\(runs[0].errors)")
            #expect(!runs[0].output.isEmpty)
            #expect(runs[1].output == runs[0].output)
            #expect(runs[2].output == runs[0].output)
        }
    }

    /// `RECORD_GOLDENS=1 swift test --filter readme` puts the present output into the README, and fails so that a person reads it.
    @Test(
        "shows in the README what it really prints", .serialized, arguments: ["<!-- excerpt -->", "<!-- changelog -->"])
    func readme(_ marker: String) throws {
        let file = project.appending(path: "README.md")
        let parts = try String(contentsOf: file, encoding: .utf8).components(separatedBy: marker)
        try #require(parts.count == 3)
        let lines = parts[1].split(separator: "\n")
        let command = try #require(lines.first { $0.hasPrefix("$ policyhistory ") })
        try withFolder { folder in
            let run = try Binary.run(
                command.split(separator: " ").dropFirst(2).map(String.init), in: folder,
                environment: ["TMPDIR": folder.path, "COLUMNS": "100"])
            #expect(run.status == 0, "\(run.errors)")
            let excerpt = "\n```\n\(command)\n\(run.output)```\n"
            if excerpt != parts[1], ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
                let whole = [parts[0], excerpt, parts[2]].joined(separator: marker)
                try Data(whole.utf8).write(to: file, options: .atomic)
            }
            #expect(parts[1] == excerpt)
        }
    }

    @Test("ends quietly where its reader goes away")
    func brokenPipe() throws {
        try withFolder { folder in
            let run = try Binary.shell(
                "{ $policyhistory kinds --format json; echo $? > status; } | head -c 1",
                in: folder)
            #expect(run.errors.isEmpty)
            let status = try String(contentsOf: folder.appending(path: "status"), encoding: .utf8)
            #expect(status == "0\n")
        }
    }

    @Test("lets no control character of a policy reach the terminal")
    func controlCharacters() throws {
        try withFolder { folder in
            let escape = "\\033]0;owned\\007\\033[2J\\302\\233"
            try Binary.shell(
                "printf 'You must not run.\\n' > old.md; printf 'You must not \(escape) jump.\\n' > new.md; "
                    + "printf 'x' > \"$(printf 'bad\\033[2Jname.txt')\"", in: folder)
            for format in ["text", "markdown", "json"] {
                let run = try Binary.run(["compare", "old.md", "new.md", "--all", "--format", format], in: folder)
                #expect(run.status == 0, "\(run.errors)")
                let controls = run.output.unicodeScalars.filter {
                    ($0.value < 0x20 && $0 != "\n") || (0x7F...0x9F).contains($0.value)
                }
                #expect(controls.isEmpty, "\(format): \(controls.map(\.value))")
            }
            let unknown = try Binary.run(["log", "-C", "bad\u{1B}[2Jname"], in: folder)
            #expect(!unknown.errors.unicodeScalars.contains("\u{1B}"))
        }
    }

    @Test("leaves with 1 only where it is asked to, and only for changes that weigh enough")
    func gates() throws {
        try withFolder { folder in
            try Binary.shell(
                "printf 'You may leave at any time.\\n' > a.md; printf 'You must not leave at any time.\\n' > b.md; "
                    + "printf 'You may leave at any time!\\n' > c.md", in: folder)
            func status(_ arguments: String...) throws -> Int32 {
                try Binary.run(["compare"] + arguments, in: folder).status
            }
            #expect(try status("a.md", "b.md") == 0)
            #expect(try status("a.md", "b.md", "--exit-code") == 1)
            #expect(try status("a.md", "b.md", "--fail-on", "material") == 1)
            #expect(try status("a.md", "c.md", "--exit-code") == 0)
            #expect(try status("a.md", "c.md", "--fail-on", "minor") == 0)
            #expect(try status("a.md", "c.md", "--fail-on", "editorial") == 1)
            #expect(try status("a.md", "a.md", "--fail-on", "editorial") == 0)
        }
    }

    @Test("writes a file whole or not at all, and nothing to standard output then")
    func outputFile() throws {
        try withFolder { folder in
            let run = try Binary.run(["kinds", "--output", "kinds.txt"], in: folder)
            #expect(run.status == 0)
            #expect(run.output.isEmpty)
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            #expect(names == ["kinds.txt"])
            let printed = try Binary.run(["kinds"], in: folder).output
            #expect(try String(contentsOf: folder.appending(path: "kinds.txt"), encoding: .utf8) == printed)
        }
    }

    @Test("takes its options before the command's name as well as after it")
    func optionsAnywhere() throws {
        try withFolder { folder in
            try Binary.shell(onePolicy, in: folder)
            let outside = FileManager.default.temporaryDirectory
            let after = try Binary.run(["policies", "-C", folder.path, "--format", "json"], in: outside)
            let before = try Binary.run(["-C", folder.path, "--format", "json", "policies"], in: outside)
            let variable = try Binary.run(
                ["policies", "--format", "json"], in: outside,
                environment: ["POLICYHISTORY_REPOSITORY": folder.path])
            #expect(after.status == 0, "\(after.errors)")
            #expect(before.output == after.output)
            #expect(variable.output == after.output)
        }
    }

    @Test("prints the version, or shows the version that is named")
    func versions() throws {
        try withFolder { folder in
            try Binary.shell(onePolicy, in: folder)
            #expect(try Binary.run(["--version"], in: folder).output.contains("."))
            let shown = try Binary.run(["show", "terms", "--version", "1"], in: folder)
            #expect(shown.output.contains("You may leave."), "\(shown.errors)")
        }
    }

    @Test(
        "explains every command with an example",
        arguments: [
            "init", "status", "commit", "policies", "log", "show", "diff", "since", "compare", "kinds", "schema",
            "blame", "history", "stats",
        ])
    func help(_ command: String) throws {
        try withFolder { folder in
            let run = try Binary.run([command, "--help"], in: folder)
            #expect(run.status == 0)
            #expect(run.output.contains("policyhistory \(command)"))
            #expect(run.output.contains("Example"))
        }
    }
}
