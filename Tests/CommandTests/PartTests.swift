import Foundation
import Testing

@Suite("The history of a part, by the command")
struct PartTests {
    /// Three versions of a policy, committed with git.
    private let threeVersions = """
        git init -q . && printf 'layout: native\\n' > policyhistory.yaml && mkdir terms
        version() {
          printf -- '---\\nid: terms\\ntitle: Terms\\nversion: "%s"\\npublished: unknown\\neffective: %s\\n---\\n\\n%b' "$1" "$2" "$3" > terms/policy.md
          printf 'rules:\\n  - {id: resale, type: prohibition, action: "%s"}\\n' "$4" > terms/rules.yaml
          git add . && GIT_COMMITTER_DATE="$2T00:00:00Z" git commit -qm "$1"
        }
        version 1 2026-01-01 '## Fees\\n\\nThe fee is five euros a month.\\n\\n## Use\\n\\nYou must not sell access.\\n' 'sell access'
        version 2 2026-02-01 '## Use\\n\\nYou must not sell access.\\n\\n## Fees\\n\\nThe fee is nine euros a month.\\n' 'sell access'
        version 3 2026-03-01 '## Use\\n\\nYou must not sell or lend access.\\n\\n## Fees\\n\\nThe fee is nine euros a month!\\n' 'sell or lend access'
        """

    @Test("blame tells for each clause and rule since when it stands, in every form")
    func blame() throws {
        try withFolder { folder in
            try Binary.shell(threeVersions, in: folder)
            let json = try Binary.run(["blame", "terms", "--format", "json"], in: folder).json()
            let clauses = try #require(json["clauses"] as? [[String: Any]])
            let since = clauses.map { ($0["since"] as? [String: Any])?["label"] as? String ?? "" }
            #expect(since == ["1", "3", "1", "2"])
            let rules = try #require(json["rules"] as? [[String: Any]])
            #expect(rules.map { $0["rule"] as? String } == ["resale"])
            let text = try Binary.run(["blame", "terms", "--all"], in: folder)
            #expect(text.status == 0, "\(text.errors)")
            #expect(text.output.contains("2  The fee is nine euros a month!"))
            #expect(text.output.contains("1 new: The fee is five euros a month."))
            let markdown = try Binary.run(["blame", "terms", "--format", "markdown"], in: folder)
            #expect(markdown.output.contains("| 2 | The fee is nine euros a month\\! |"), "\(markdown.output)")
            let earlier = try Binary.run(["blame", "terms", "--at", "2026-02-10", "--format", "json"], in: folder)
                .json()
            #expect((earlier["version"] as? [String: Any])?["label"] as? String == "2")
        }
    }

    @Test("history tells the versions of a section, a rule or a clause alone")
    func history() throws {
        try withFolder { folder in
            try Binary.shell(threeVersions, in: folder)
            func events(_ part: String...) throws -> [String] {
                let run = try Binary.run(["history", "terms", "--format", "json"] + part, in: folder)
                let entries = try run.json()["entries"] as? [[String: Any]] ?? []
                return entries.map { entry in
                    let label = (entry["version"] as? [String: Any])?["label"] as? String ?? ""
                    return "\(label) \(entry["event"] as? String ?? "")"
                }
            }
            #expect(try events("--rule", "resale") == ["3 changed", "1 first"])
            #expect(try events("--match", "five euros") == ["3 changed", "2 changed", "1 first"])
            #expect(try events("--section", "use") == ["3 changed", "1 first"])
            let text = try Binary.run(["history", "terms", "--rule", "resale"], in: folder)
            #expect(text.output.contains("sell or lend access"), "\(text.output)")
            for missing in [["--rule", "nothing"], ["--section", "Nothing"], ["--match", "no such words"]] {
                let run = try Binary.run(["history", "terms"] + missing, in: folder)
                #expect(run.status == 66)
                #expect(run.output.isEmpty)
                #expect(run.errors.contains("hint: "))
            }
            for wrong in [[], ["--rule", "resale", "--match", "x"], ["--match", " "]] {
                #expect(try Binary.run(["history", "terms"] + wrong, in: folder).status == 64)
            }
        }
    }
}
