/// A JSON value with one way to print it: keys sorted by bytes, two spaces of indentation, the same bytes on every machine.
package enum JSON: Hashable, Sendable {
    case null
    case bool(Bool)
    case integer(Int)
    case string(String)
    case array([JSON])
    case object(Members)

    /// Returns the string, or null where there is none.
    package static func optional(_ text: String?) -> JSON { text.map { .string($0) } ?? .null }

    /// The value printed over several lines, with a newline at the end.
    package var text: String {
        var writer = JSONWriter()
        writer.write(self, indentation: 0)
        return writer.finished()
    }
}

extension JSON {
    /// The members of an object, sorted by the bytes of their keys, no key twice.
    package struct Members: Hashable, Sendable, Sequence {
        private var members: [(key: String, value: JSON)] = []

        /// Makes the members of a dictionary.
        package init(_ members: [String: JSON] = [:]) {
            for (key, value) in members { self[key] = value }
        }

        /// Makes the members of pairs; of a key given twice the last value counts.
        ///
        /// Next to no work where the keys come in order.
        package init(pairs: [(String, JSON)]) {
            members.reserveCapacity(pairs.count)
            for (key, value) in pairs { self[key] = value }
        }

        /// The value of a key; nil where there is none.
        package subscript(key: String) -> JSON? {
            get {
                let place = place(of: key)
                return place < members.count && members[place].key == key ? members[place].value : nil
            }
            set {
                let place = place(of: key)
                let isThere = place < members.count && members[place].key == key
                switch (newValue, isThere) {
                case (let value?, true): members[place].value = value
                case (let value?, false): members.insert((key, value), at: place)
                case (nil, true): members.remove(at: place)
                case (nil, false): break
                }
            }
        }

        /// The keys in order.
        package var keys: [String] { members.map(\.key) }

        package func makeIterator() -> IndexingIterator<[(key: String, value: JSON)]> { members.makeIterator() }

        /// The first place whose key is not before a key.
        private func place(of key: String) -> Int {
            var place = members.count
            while place > 0, !members[place - 1].key.utf8.lexicographicallyPrecedes(key.utf8) { place -= 1 }
            return place
        }

        package static func == (left: Members, right: Members) -> Bool {
            left.members.elementsEqual(right.members) { $0.key == $1.key && $0.value == $1.value }
        }

        package func hash(into hasher: inout Hasher) {
            for member in members {
                hasher.combine(member.key)
                hasher.combine(member.value)
            }
        }
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral,
    ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral, ExpressibleByNilLiteral
{
    /// Makes a string.
    package init(stringLiteral value: String) { self = .string(value) }
    /// Makes an array.
    package init(arrayLiteral values: JSON...) { self = .array(values) }
    /// Makes an object; of a key given twice the last value counts.
    package init(dictionaryLiteral members: (String, JSON)...) {
        self = .object(Members(pairs: members))
    }
    /// Makes an integer.
    package init(integerLiteral value: Int) { self = .integer(value) }
    /// Makes a boolean.
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    /// Makes null.
    package init(nilLiteral: ()) { self = .null }
}
