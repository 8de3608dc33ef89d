import Foundation
import Testing

@Suite("As git's external diff driver")
struct GitDiffTests {
    /// A repository with two commits and a working change, whose diffs are shown by the command.
    private let script = """
        git init -q -b main .
        git config diff.policyhistory.command "$policyhistory compare --git-external-diff"
        printf '*.md diff=policyhistory\\nrules.yaml diff=policyhistory\\n*.txt diff=policyhistory\\n' > .gitattributes
        mkdir 'the terms'
        printf -- '---\\nid: terms\\nversion: "1"\\neffective: 2026-01-01\\n---\\n\\n# Terms\\n\\nYou may leave within 30 days.\\n' \\
            > 'the terms/policy.md'
        printf 'rules:\\n  - {id: leave, type: permission, title: Leave, assignee: users, action: leave}\\n' > 'the terms/rules.yaml'
        printf 'You may copy the service.\\n' > -x.md
        printf 'a\\n' > notes.txt
        printf 'plain\\n' > plain
        git add -A && git commit -qm one
        sed -i.old -e 's/30 days/14 days/' -e 's/"1"/"2"/' 'the terms/policy.md' && rm 'the terms/policy.md.old'
        printf 'b\\n' > notes.txt
        git commit -qam two
        """

    @Test("git diff shows what an edit does to readers, for policies and rules alone")
    func workingChanges() throws {
        try withFolder { folder in
            try Binary.shell(script, in: folder)
            let run = try Binary.shell(
                """
                printf 'You must not copy the service.\\n' > -x.md; printf 'c\\n' > notes.txt; printf 'other\\n' > plain
                sed -i.old 's/permission/prohibition/' 'the terms/rules.yaml' && rm 'the terms/rules.yaml.old'
                git diff
                """, in: folder)
            #expect(run.status == 0, "\(run.errors)")
            #expect(run.errors.isEmpty, "\(run.errors)")
            #expect(run.output.contains("semantic diff of -x.md\n"))
            #expect(run.output.contains("Now forbidden: “You may copy"))
            #expect(run.output.contains("semantic diff of the terms/rules.yaml\n"))
            #expect(run.output.contains("Rule of another type"))
            #expect(run.output.contains("no semantic diff for notes.txt\n"))
            #expect(run.output.contains("\n-plain\n+other\n"))
            #expect(!run.output.contains("\u{1B}"))
        }
    }

    @Test("git log shows it for every commit, with files that came, went and were renamed")
    func history() throws {
        try withFolder { folder in
            try Binary.shell(
                script + """

                    git mv 'the terms' terms && sed -i.old 's/14 days/10 days/' terms/policy.md && rm terms/policy.md.old
                    git add -A && git commit -qm three
                    git rm -q terms/rules.yaml && git commit -qm four
                    """, in: folder)
            let run = try Binary.shell("git log -p --ext-diff -M", in: folder)
            #expect(run.status == 0, "\(run.errors)")
            #expect(run.errors.isEmpty, "\(run.errors)")
            let commits = run.output.components(separatedBy: "\ncommit ")
            try #require(commits.count == 4)
            #expect(commits[0].contains("semantic diff of terms/rules.yaml\nDeleted: 1 rule.\n"))
            #expect(commits[1].contains("semantic diff of the terms/policy.md, now terms/policy.md\n"))
            #expect(commits[1].contains("“14 days” → “10 days”"))
            #expect(commits[2].contains("“30 days” → “14 days”"))
            #expect(commits[2].contains("\n  version: 1 → 2\n"))
            #expect(commits[3].contains("semantic diff of the terms/policy.md\nNew: 1 section, 1 clause.\n"))
        }
    }

    @Test("colours where git shows it in its pager, and goes on where a file cannot be read as rules")
    func colourAndBrokenRules() throws {
        try withFolder { folder in
            try Binary.shell(script, in: folder)
            let broken = try Binary.shell(
                "printf 'rules: [\\n' > 'the terms/rules.yaml'; printf 'You must not copy.\\n' > -x.md; git diff",
                in: folder)
            #expect(broken.status == 0, "\(broken.errors)")
            #expect(broken.output.contains("semantic diff of the terms/rules.yaml\nIt cannot be compared."))
            #expect(broken.output.contains("semantic diff of -x.md"))
            let colored = try Binary.shell("GIT_PAGER_IN_USE=1 git diff -- ./-x.md", in: folder)
            #expect(colored.output.contains("\u{1B}[1;31m"))
            let plain = try Binary.shell("GIT_PAGER_IN_USE=1 NO_COLOR=1 git diff -- ./-x.md", in: folder)
            #expect(!plain.output.contains("\u{1B}"))
        }
    }

    @Test("says of an unmerged path that it is unmerged")
    func unmerged() throws {
        try withFolder { folder in
            let run = try Binary.run(["compare", "--git-external-diff", "terms/policy.md"], in: folder)
            #expect(run.status == 0)
            #expect(run.output == "terms/policy.md: unmerged\n\n")
        }
    }
}

@Suite("What the publisher says of a change's weight")
struct OverrideTests {
    private let settings = """
        overrides:
          - {kind: deadline-shortened, significance: minor, reason: Only for accounts without a contract.}
        """

    @Test("is a finding of diff and since where it names a kind that does not exist")
    func unknownKind() throws {
        try withFolder { folder in
            try Binary.shell(
                """
                git init -q -b main . && mkdir terms
                printf -- '---\\nid: terms\\nversion: "1"\\neffective: 2026-01-01\\n---\\n\\nYou may sing.\\n' > terms/policy.md
                printf 'overrides:\\n  - {kind: song-added, significance: minor, reason: Songs.}\\n' > policyhistory.yaml
                git add -A && git commit -qm one
                sed -i.old -e 's/may/must/' -e 's/"1"/"2"/' -e 's/2026-01-01/2026-02-01/' terms/policy.md && rm terms/policy.md.old
                git commit -qam two
                """, in: folder)
            for arguments in [["diff", "terms"], ["since", "2026-01-15", "terms", "--until", "2026-03-01"]] {
                let run = try Binary.run(arguments, in: folder)
                #expect(run.errors.contains("song-added"), "\(arguments)")
            }
        }
    }

    @Test("counts in diff and since, and its reason is shown")
    func inRepository() throws {
        try withFolder { folder in
            try Binary.shell(
                """
                git init -q -b main . && mkdir terms
                printf -- '---\\nid: terms\\nversion: "1"\\neffective: 2026-01-01\\n---\\n\\nYou must pay within 30 days.\\n' > terms/policy.md
                printf '%s\\n' '\(settings)' > policyhistory.yaml
                git add -A && git commit -qm one
                sed -i.old -e 's/30 days/14 days/' -e 's/"1"/"2"/' -e 's/2026-01-01/2026-02-01/' terms/policy.md && rm terms/policy.md.old
                git commit -qam two
                """, in: folder)
            for arguments in [["diff", "terms"], ["since", "2026-01-15", "terms", "--until", "2026-03-01"]] {
                let run = try Binary.run(arguments, in: folder)
                #expect(run.status == 0, "\(run.errors)")
                #expect(run.output.contains("1 minor change"), "\(run.output)")
                let words = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                #expect(words.contains("Set to minor by the publisher: Only for accounts without a contract."))
                #expect(try Binary.run(arguments + ["--fail-on", "material"], in: folder).status == 0)
                let page = try Binary.run(arguments + ["--format", "html"], in: folder)
                #expect(page.output.hasPrefix("<!doctype html>"))
                #expect(page.output.contains("Only for accounts without a contract."))
            }
        }
    }

    @Test("counts in compare where its file is named")
    func inCompare() throws {
        try withFolder { folder in
            try Binary.shell(
                """
                printf 'You must pay within 30 days.\\n' > a.md; printf 'You must pay within 14 days.\\n' > b.md
                printf '%s\\n' '\(settings)' > s.yaml; printf 'overrides: 3\\n' > bad.yaml
                """, in: folder)
            func run(_ arguments: String...) throws -> Binary.Run {
                try Binary.run(["compare", "a.md", "b.md", "--fail-on", "material"] + arguments, in: folder)
            }
            #expect(try run().status == 1)
            let overridden = try run("--settings", "s.yaml")
            #expect(overridden.status == 0, "\(overridden.errors)")
            #expect(overridden.output.contains("Set to minor by the publisher: Only for accounts"))
            #expect(try run("--settings", "none.yaml").status == 66)
            #expect(try run("--settings", "bad.yaml").status == 65)
        }
    }

    @Test("a form that a command does not have is refused before it works", arguments: ["html", "docx"])
    func noForm(form: String) throws {
        try withFolder { folder in
            let run = try Binary.run(["log", "--example", "--format", form], in: folder)
            #expect(run.status == 64)
            #expect(run.output.isEmpty)
            #expect(run.errors.contains("log has no \(form) form") && run.errors.contains("text, markdown, json"))
        }
    }

    @Test("a Word document goes to a file")
    func word() throws {
        try withFolder { folder in
            let arguments = [
                "diff", "mistral-usage-policy", "--example", "--format", "docx", "--output", "redline.docx",
            ]
            #expect(try Binary.run(arguments, in: folder).status == 0)
            let file = try Data(contentsOf: folder.appending(path: "redline.docx"))
            #expect(file.prefix(4) == Data([0x50, 0x4B, 0x03, 0x04]))
        }
    }
}
