import Foundation
import Testing

/// An input that cannot be answered, with what the command must do about it.
struct BadInput: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Makes what is bad, in an empty folder; runs under git's shell.
    let script: String
    let arguments: [String]
    let status: Int32
    /// What standard error names: the thing, and the remedy.
    let names: [String]

    init(_ name: String, making script: String = ":", _ arguments: [String], _ status: Int32, names: [String]) {
        self.testDescription = name
        self.script = script
        self.arguments = arguments
        self.status = status
        self.names = names
    }
}

/// A repository with one policy in the native layout.
let onePolicy = """
    git init -q -b main . && mkdir terms
    printf -- '---\\nid: terms\\ntitle: Terms\\nlang: en\\nversion: "1"\\npublished: 2025-01-01\\neffective: 2025-02-01\\n---\\n# Terms\\n\\nYou may leave.\\n' > terms/policy.md
    printf 'rules: []\\n' > terms/rules.yaml
    git add -A && git commit -qm 1
    """

@Suite("Bad input gets a clear sentence, the right status, and nothing on standard output")
struct BadInputTests {
    static let badArguments: [BadInput] = [
        BadInput("an unknown command", ["sinse", "2026-01-01"], 64, names: ["sinse", "since"]),
        BadInput("a day that does not exist", ["since", "2026-02-30", "--example"], 64, names: ["2026-02-30"]),
        BadInput("a date that cannot be read", ["since", "soon", "--example"], 64, names: ["soon", "2026-03-25"]),
        BadInput(
            "an end before the start", ["since", "2026-02-01", "--until", "2026-01-01", "--example"], 64,
            names: ["2026-02-01", "2026-01-01"]),
        BadInput(
            "FROM after TO", ["diff", "mistral-usage-policy", "2026-03-25", "2025-11-28", "--example"], 64,
            names: ["2026-03-25", "2025-11-28"]),
        BadInput("a format that does not exist", ["kinds", "--format", "docx"], 64, names: ["docx", "json"]),
        BadInput("a missing argument", ["since"], 64, names: ["<date>"]),
        BadInput(
            "files of unlike kinds", making: "echo a > a.md; echo 'rules: []' > b.yaml", ["compare", "a.md", "b.yaml"],
            64,
            names: ["a.md", "b.yaml"]),
        BadInput("a file that is not there", ["compare", "a.md", "b.md"], 66, names: ["a.md"]),
        BadInput(
            "an answer that cannot be written", ["kinds", "--output", "no/such/folder/kinds.txt"], 74,
            names: ["no/such/folder/kinds.txt"]),
    ]

    static let badRepositories: [BadInput] = [
        BadInput("no repository here", ["log"], 66, names: ["init", "--example"]),
        BadInput("no repository there", ["log", "-C", "nowhere"], 66, names: ["nowhere", "init", "--example"]),
        BadInput("a repository without commits", making: "git init -q -b main .", ["log"], 66, names: ["commit"]),
        BadInput(
            "a branch without commits", making: onePolicy + "\ngit checkout -q --orphan other", ["log"], 66,
            names: ["other"]),
        BadInput(
            "a SHA-256 repository", making: "git init -q --object-format=sha256 .", ["log"], 65, names: ["SHA-256"]),
        BadInput(
            "an unknown extension of git",
            making: onePolicy + "\ngit config core.repositoryformatversion 1\ngit config extensions.unheardof true",
            ["log"], 65, names: ["unheardof"]),
        BadInput(
            "a missing object",
            making: onePolicy + "\nid=$(git rev-parse HEAD:terms/policy.md)\n"
                + "rm -f .git/objects/$(echo $id | cut -c1-2)/$(echo $id | cut -c3-)",
            ["show", "terms"], 65, names: ["git fsck"]),
        BadInput(
            "a policy that does not exist", making: onePolicy, ["since", "2026-01-01", "Term"], 66,
            names: ["\"Term\"", "\"terms\""]),
        BadInput(
            "a version that does not exist", making: onePolicy, ["diff", "terms", "0.9", "1"], 66,
            names: ["\"0.9\"", "terms"]),
        BadInput("a root that does not exist", making: onePolicy, ["log", "--root", "legal"], 66, names: ["legal"]),
        BadInput(
            "a conflicting date in the front matter",
            making: onePolicy + "\nsed -i -e 's/may leave/must leave/' "
                + "-e 's/effective: 2025-02-01/effective: 2025-03-01/' terms/policy.md",
            ["commit", "terms", "--label", "2", "--effective", "2025-04-01", "--reason", "r"], 65,
            names: ["2025-03-01", "2025-04-01"]),
        BadInput(
            "a date that stands from the version before",
            making: onePolicy + "\nsed -i -e 's/may leave/must leave/' terms/policy.md",
            ["commit", "terms", "--label", "2", "--published", "2025-04-01", "--reason", "r"], 65,
            names: ["2025-02-01", "--effective"]),
        BadInput(
            "two folders of one id",
            making: onePolicy + "\ncp -r terms other && git add . && git commit -qm other",
            ["policies"], 65, names: ["terms", "other"]),
        BadInput(
            "working rules that cannot be read, in status",
            making: onePolicy + "\nprintf 'rules: [ {id: x\\n' > terms/rules.yaml",
            ["status"], 65, names: ["terms/rules.yaml"]),
        BadInput(
            "working front matter that never ends, in status",
            making: onePolicy + "\nprintf -- '---\\nid: terms\\n' > terms/policy.md",
            ["status"], 65, names: ["terms/policy.md"]),
        BadInput(
            "a folder that exists already", making: "mkdir there && echo mine > there/file", ["init", "there"], 64,
            names: ["there"]),
    ]

    static let badRules: [BadInput] = [
        ("an alias", "rules: &all []\nenforcement: *all\n", "1"),
        ("an anchor", "rules: &all []\n", "1"),
        ("a tag", "rules: !!set {}\n", "1"),
        ("a duplicate key", "rules: []\nscope: {}\nrules: []\n", "'rules'"),
        ("a wrong type", "rules:\n  - id: a\n    type: prohibition\n    action: [run]\n", "4"),
        ("what is no YAML", "rules: [\n", "line 2"),
    ].map { name, yaml, place in
        BadInput(
            "rules with \(name)",
            making: "printf 'rules: []\\n' > old.yaml; printf -- '\(yaml.replacing("\n", with: "\\n"))' > new.yaml",
            ["compare", "old.yaml", "new.yaml"], 65, names: ["new.yaml", place])
    }

    @Test("bad arguments", arguments: badArguments)
    func usage(_ input: BadInput) throws { try check(input) }

    @Test("bad repositories", arguments: badRepositories)
    func repository(_ input: BadInput) throws { try check(input) }

    @Test("bad rules", arguments: badRules)
    func rules(_ input: BadInput) throws { try check(input) }

    @Test("rules nested ten megabytes deep are refused in seconds")
    func deepNesting() throws {
        try withFolder { folder in
            try Data("rules: []\n".utf8).write(to: folder.appending(path: "old.yaml"))
            let deep = "rules: " + String(repeating: "[", count: 10 << 20)
            try Data(deep.utf8).write(to: folder.appending(path: "new.yaml"))
            let clock = ContinuousClock()
            let start = clock.now
            let run = try Binary.run(["compare", "old.yaml", "new.yaml"], in: folder)
            #expect(run.status == 65)
            #expect(run.output.isEmpty)
            #expect(clock.now - start < .seconds(20))
        }
    }

    @Test("a repository of another owner is refused, and the remedy works", .enabled(if: geteuid() == 0))
    func foreignOwner() throws {
        try withFolder { folder in
            try Binary.shell(onePolicy + "\nchown -R 12345 .", in: folder)
            let refused = try Binary.run(["log"], in: folder)
            #expect(refused.status == 74)
            #expect(refused.output.isEmpty)
            #expect(refused.errors.contains("--allow-foreign-owner"))
            #expect(try Binary.run(["log", "--allow-foreign-owner"], in: folder).status == 0)
        }
    }

    private func check(_ input: BadInput) throws {
        try withFolder { folder in
            let made = try Binary.shell(input.script, in: folder)
            try #require(made.status == 0, "\(made.errors)")
            for format in ["text", "json"] {
                let arguments = input.arguments.contains("--format") ? [] : ["--format", format]
                let run = try Binary.run(
                    input.arguments + arguments, in: folder, environment: ["TMPDIR": folder.path])
                #expect(run.status == input.status, "\(run.errors)")
                #expect(run.output.isEmpty)
                #expect(run.errors.hasPrefix("error: "))
                for name in input.names { #expect(run.errors.contains(name), "\(run.errors)") }
            }
        }
    }
}
