import Foundation
import Testing

/// What is wrong in a policy is reported, and the question is answered all the same.
@Suite("A finding goes to standard error as text, and into `findings` as JSON")
struct FindingTests {
    struct Flaw: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// Changes the policy of `onePolicy`, before it is committed once more.
        let script: String
        let arguments: [String]
        /// What the finding names.
        let names: [String]
    }

    static let flaws = [
        Flaw(
            testDescription: "bytes that are not UTF-8, with their offset",
            script: "printf 'You may \\377 stay.\\n' >> terms/policy.md", arguments: ["show", "terms"],
            names: ["terms/policy.md", "UTF-8"]),
        Flaw(
            testDescription: "a file over the limit",
            script: "head -c 17000000 /dev/zero | tr '\\0' 'a' > terms/rules.yaml", arguments: ["show", "terms"],
            names: ["terms/rules.yaml", "16"]),
        Flaw(
            testDescription: "front matter that never ends",
            script: "printf -- '---\\nid: terms\\n# Terms\\n' > terms/policy.md", arguments: ["show", "terms"],
            names: ["terms/policy.md"]),
        Flaw(
            testDescription: "an alias in the rules",
            script: "printf 'rules: &all []\\nenforcement: *all\\n' > terms/rules.yaml", arguments: ["show", "terms"],
            names: ["terms/rules.yaml"]),
        Flaw(
            testDescription: "a symbolic link", script: "ln -s policy.md terms/policy.fr.md", arguments: ["log"],
            names: ["terms/policy.fr.md"]),
        Flaw(
            testDescription: "a version without any date",
            script: "sed -i -e '/^published/d' -e '/^effective/d' -e 's/may/must/' terms/policy.md",
            arguments: ["show", "terms"], names: ["terms/policy.md"]),
    ]

    @Test("with what it names", arguments: flaws)
    func finding(_ flaw: Flaw) throws {
        try withFolder { folder in
            let made = try Binary.shell(
                onePolicy + "\n" + flaw.script + "\ngit add -A && git commit -qm 2", in: folder)
            try #require(made.status == 0, "\(made.errors)")

            let text = try Binary.run(flaw.arguments, in: folder)
            #expect(text.status == 0, "\(text.errors)")
            for name in flaw.names { #expect(text.errors.contains(name), "\(text.errors)") }

            let quiet = try Binary.run(flaw.arguments + ["--quiet"], in: folder)
            #expect(quiet.errors.isEmpty)
            #expect(quiet.output == text.output)

            let json = try Binary.run(flaw.arguments + ["--format", "json"], in: folder)
            #expect(json.errors.isEmpty)
            let findings = try json.json()["findings"] as? [[String: Any]] ?? []
            let told = findings.map { "\($0["place"] ?? "") \($0["message"] ?? "")" }.joined(separator: "\n")
            for name in flaw.names { #expect(told.contains(name), "\(json.output)") }
        }
    }
}
