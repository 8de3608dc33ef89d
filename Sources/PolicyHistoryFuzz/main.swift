import PolicyDiff
import PolicyModel
import PolicyParsing

// The target of libFuzzer: bytes in, no crash and no time over the limit. The first byte says what the others are: two texts to
// parse and compare, two files of rules, or front matter. CONTRIBUTING says how it is run.

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ target: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// What parts the two sides of an input: a byte that no UTF-8 text holds.
private let parting: UInt8 = 0xFF

private func sides(_ bytes: ArraySlice<UInt8>) -> (old: [UInt8], new: [UInt8]) {
    let middle = bytes.firstIndex(of: parting) ?? bytes.endIndex
    return (Array(bytes[..<middle]), Array(bytes[min(middle + 1, bytes.endIndex)...]))
}

private func told(_ old: PolicyContent, _ new: PolicyContent) {
    let comparison = compare(old, new)
    precondition(comparison == compare(old, new), "the same input gave two answers")
    _ = Redline(old.document, new.document)
    precondition(compare(old, old).changes.isEmpty, "a text differs from itself")
}

private func compareTexts(_ bytes: ArraySlice<UInt8>, layout: Layout) {
    let (old, new) = sides(bytes)
    var shared = SharedTexts()
    let before = parseText(old, path: "a.md", layout: layout, sharing: &shared)
    let after = parseText(new, path: "b.md", layout: layout, sharing: &shared)
    // What two versions share is read as each alone would be.
    precondition(parseDocument(new, path: "b.md", layout: layout).document == after.document)
    told(
        PolicyContent(document: before.document, findings: before.findings),
        PolicyContent(document: after.document, findings: after.findings))
}

private func compareRules(_ bytes: ArraySlice<UInt8>) {
    let (old, new) = sides(bytes)
    let (before, after) = (parseRules(old, path: "a.yaml"), parseRules(new, path: "b.yaml"))
    told(
        PolicyContent(document: .empty, rules: before.rules, findings: before.findings),
        PolicyContent(document: .empty, rules: after.rules, findings: after.findings))
}

private let target: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt = { start, count in
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    guard let first = bytes.first else { return 0 }
    switch first % 4 {
    case 0: compareTexts(bytes.dropFirst(), layout: .documents)
    case 1: compareTexts(bytes.dropFirst(), layout: .native)
    case 2: compareRules(bytes.dropFirst())
    default:
        _ = parseSettings(Array(bytes.dropFirst()), path: "policyhistory.yaml")
        _ = parseStatement(Array(bytes.dropFirst()), path: "policy.md", layout: .native)
        _ = statedDates(inDocument: Array(bytes.dropFirst()))
    }
    return 0
}

var count = CommandLine.argc
var start = CommandLine.unsafeArgv
_ = withUnsafeMutablePointer(to: &start) { pointer in
    pointer.withMemoryRebound(to: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.self, capacity: 1) {
        runDriver(&count, $0, target)
    }
}
