import Foundation
import Testing

@Suite("Making a repository and recording in it")
struct RecordingTests {
    let snapshots = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "PolicyHistory").path

    @Test("gives the same commits every time, and git is content with them")
    func sameCommits() throws {
        try withFolder { folder in
            let first = try Binary.run(["init", "first", "--from", snapshots, "--format", "json"], in: folder)
            try #require(first.status == 0, "\(first.errors)")
            let second = try Binary.run(["init", "second", "--from", snapshots, "--format", "json"], in: folder)
            let ids = try first.json()["commits"] as? [String]
            #expect(ids?.count == 14 || ids?.count == 13)
            #expect(try second.json()["commits"] as? [String] == ids)
            let git = try Binary.shell(
                "git -C first fsck --strict --full && git -C first status --porcelain && git -C first log --format=%H --reverse",
                in: folder)
            #expect(git.status == 0, "\(git.errors)")
            #expect(git.output.split(separator: "\n").map(String.init) == ids)
        }
    }

    @Test(
        "a plain text is recorded under its folder's name, by whom and when git's variables say, and no command warns")
    func plainText() throws {
        try withFolder { folder in
            let run = try Binary.shell(
                """
                "$policyhistory" init . && mkdir terms && printf '# Terms\\n\\nYou must pay.\\n' > terms/policy.md && echo 'rules: []' > terms/rules.yaml
                export GIT_AUTHOR_NAME=A GIT_AUTHOR_EMAIL=a@example.org GIT_COMMITTER_NAME=C GIT_COMMITTER_EMAIL=c@example.org
                GIT_COMMITTER_DATE='2026-03-25T10:00:00+01:00' "$policyhistory" commit terms --label 1 --effective 2026-04-01 --reason First.
                git log -1 --format='%an %cn %cI'; head -n 5 terms/policy.md; "$policyhistory" log terms
                """, in: folder)
            #expect(
                run.output.contains("A C 2026-03-25T10:00:00+01:00\n---\nid: terms\n"), "\(run.output) \(run.errors)")
            #expect(run.output.contains("2026-03-25"))
            #expect(!run.errors.contains("warning"), "\(run.errors)")
        }
    }

    @Test("refuses a folder that holds something, and leaves it as it is")
    func refuses() throws {
        try withFolder { folder in
            try Binary.shell("mkdir there; echo mine > there/file", in: folder)
            let run = try Binary.run(["init", "there", "--from", snapshots], in: folder)
            #expect(run.status != 0)
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "there").path) == ["file"])
        }
    }

    @Test(
        "writing that fails leaves the repository and the working files as they were",
        arguments: [(texts: 1, bytes: 20_000), (texts: 9, bytes: 1_900)])
    func disk(texts: Int, bytes: Int) throws {
        try withFolder { folder in
            try Binary.shell(onePolicy + "\ngit config user.name E; git config user.email e@example.org", in: folder)
            // Words that do not compress, so that the limit on a file's size is met: by the text, or by the pack of all texts.
            var state: UInt64 = 1
            for number in 0..<texts {
                let noise = (0..<(bytes / 9)).map { _ in
                    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                    return String(state >> 20, radix: 36)
                }
                let front = "---\nid: terms\ntitle: Terms\nlang: en\n---\n# Terms\n\n"
                let name = number == 0 ? "policy.md" : "policy.l\(number).md"
                try Data((front + noise.joined(separator: " ")).utf8).write(
                    to: folder.appending(path: "terms/\(name)"))
            }
            let before = try Binary.shell("cat terms/*; ls -A terms; git rev-parse HEAD; git ls-files -s", in: folder)
            let run = try Binary.shell(
                """
                trap '' XFSZ; ulimit -f 4
                "$policyhistory" commit terms --label 2 --published 2026-01-01 --effective 2026-02-01 --reason Order. || echo "status $?"
                """, in: folder)
            #expect(run.output == "status 74\n", "\(run.errors)")
            #expect(run.errors.contains("too large"), "\(run.errors)")
            let after = try Binary.shell("cat terms/*; ls -A terms; git rev-parse HEAD; git ls-files -s", in: folder)
            #expect(after.output == before.output)
            let check = try Binary.shell("git fsck --strict --no-dangling; find .git -name '*.lock'", in: folder)
            #expect(check.output.isEmpty)
        }
    }

    @Test("status tells what a commit will record, commit records it, and other staged files stay staged")
    func commit() throws {
        try withFolder { folder in
            try Binary.shell(
                onePolicy + "\ngit config user.name E; git config user.email e@example.org\n"
                    + "sed -i 's/You may leave/You must leave/' terms/policy.md; echo other > other.txt; git add other.txt",
                in: folder)
            let status = try Binary.run(["status", "--exit-code", "--format", "json"], in: folder)
            #expect(status.status == 1, "\(status.errors)")

            let arguments = [
                "commit", "terms", "--label", "2", "--published", "2026-01-01", "--effective", "2026-02-01", "--reason",
                "Order.",
            ]
            let commit = try Binary.run(arguments + ["--format", "json"], in: folder)
            try #require(commit.status == 0, "\(commit.errors)")
            let difference = try commit.json()["difference"] as? [String: Any]
            #expect((difference?["changes"] as? [Any])?.isEmpty == false)

            let git = try Binary.shell(
                "git fsck --strict --full; git status --porcelain; git show --stat --format=%an HEAD; cat terms/policy.md",
                in: folder)
            #expect(git.status == 0, "\(git.errors)")
            #expect(git.output.contains("A  other.txt"))
            #expect(!git.output.contains("M  terms") && !git.output.contains("M terms"))
            #expect(git.output.contains("effective: 2026-02-01"))
            #expect(git.output.contains("reason: Order."))
            #expect(try Binary.run(["status", "--fail-on", "editorial"], in: folder).status == 0)

            let head = try Binary.shell("git rev-parse HEAD", in: folder).output
            let again = try Binary.run(arguments, in: folder)
            #expect(again.status == 0, "\(again.errors)")
            #expect(again.output.contains("Nothing to record"))
            #expect(try Binary.shell("git rev-parse HEAD", in: folder).output == head)
        }
    }
}
