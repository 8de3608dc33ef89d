import Foundation

// Side-by-side measures of the comparison and of the command against git. Nothing here is part of the product, and no figure is
// a gate: only ratios of one run on one machine mean anything. CONTRIBUTING says how it is run.

let arguments = CommandLine.arguments.dropFirst()
do {
    switch arguments.first {
    case "growth":
        GrowthCurves.print(
            largest: arguments.dropFirst().first.flatMap { Int($0) } ?? 1_000_000,
            shape: arguments.dropFirst(2).first ?? "")
    case "race":
        try Race.print(
            binary: try argument(1, "BINARY"), archives: ProcessInfo.processInfo.environment["POLICY_ARCHIVES"])
    case "notices": try NoticeForms.print(changes: arguments.dropFirst().first.flatMap { Int($0) } ?? 50)
    case "pairs": try PairFile.print(try argument(1, "FILE"), answers: arguments.contains("--answers"))
    default:
        print(
            """
            usage: policyhistory-bench growth [BYTES [SHAPE]]
                                                           time against size, for shapes of text that are hard to compare
                   policyhistory-bench race BINARY         the command against git; archives of POLICY_ARCHIVES where it is set
                   policyhistory-bench notices [CHANGES]   a notice of so many changes, and all its forms, in one process
                   policyhistory-bench pairs FILE [--answers]
                                                           parsing and comparison of pairs of texts in one process; with
                                                           --answers a hash of each answer, to hold one engine against another
            """)
        exit(64)
    }
} catch {
    FileHandle.standardError.write(Data("policyhistory-bench: \(error)\n".utf8))
    exit(1)
}

func argument(_ place: Int, _ name: String) throws -> String {
    guard arguments.count > place else { throw Missing(name: name) }
    return arguments[arguments.startIndex + place]
}

struct Missing: Error, CustomStringConvertible {
    let name: String
    var description: String { "\(name) is missing" }
}
