import Foundation
import Testing

/// Answers that are told policy by policy: they must read as if they had been told at once.
@Suite("Answers about many policies")
struct LargeAnswerTests {
    private static let policies = ["example-community-guidelines", "mistral-usage-policy"]

    private func log(_ policies: [String], _ format: String, in folder: URL) throws -> Binary.Run {
        try Binary.run(
            ["log"] + policies + ["--changes", "--example", "--format", format], in: folder,
            environment: ["TMPDIR": folder.path])
    }

    @Test("the changelog of all policies is that of each, one below the other")
    func textOfEach() throws {
        try withFolder { folder in
            let all = try log([], "text", in: folder)
            let each = try Self.policies.map { try log([$0], "text", in: folder).output }
            #expect(all.status == 0, "\(all.errors)")
            #expect(all.output == each.joined(separator: "\n"))
            #expect(try log(Self.policies, "text", in: folder).output == all.output)
        }
    }

    @Test("their changelogs on one page have no title of their own, and the same entries")
    func markdownOfEach() throws {
        try withFolder { folder in
            let all = try log([], "markdown", in: folder).output
            #expect(!all.contains("# Changelog:"))
            for policy in Self.policies {
                let entries = try log([policy], "markdown", in: folder).output.drop { $0 != "\n" }
                #expect(all.contains(entries))
            }
        }
    }

    @Test("the JSON of all policies holds that of each", arguments: ["log", "since"])
    func jsonOfEach(command: String) throws {
        try withFolder { folder in
            func answer(_ policies: [String]) throws -> NSDictionary {
                let question =
                    command == "log" ? ["log", "--changes"] : ["since", "2026-01-01", "--until", "2026-12-31"]
                let run = try Binary.run(
                    question + policies + ["--example", "--format", "json"], in: folder,
                    environment: ["TMPDIR": folder.path])
                #expect(run.status == 0, "\(run.errors)")
                return try run.json() as NSDictionary
            }
            func told(_ answer: NSDictionary) -> [NSDictionary] { answer["policies"] as? [NSDictionary] ?? [] }
            let all = try answer([])
            #expect(told(all) == (try Self.policies.flatMap { told(try answer([$0])) }))
            #expect(told(all).count == 2)
            #expect(all["schemaVersion"] as? Int == 1)
        }
    }

    @Test("options before the command's name count as those behind it do")
    func optionsInFront() throws {
        try withFolder { folder in
            let environment = ["TMPDIR": folder.path]
            let front = try Binary.run(
                ["--example", "--format", "json", "policies"], in: folder, environment: environment)
            let behind = try Binary.run(
                ["policies", "--example", "--format", "json"], in: folder, environment: environment)
            #expect(front.status == 0, "\(front.errors)")
            #expect(front.output == behind.output)
        }
    }
}
