import Foundation

/// The libraries that an object asks to be linked with, such as `-lFoundation` when the source imports Foundation.
///
/// Swift leaves them in the ELF section `.swift1_autolink_entries`, each ended by a NUL. `swift-autolink-extract` reads
/// it too, but takes a quarter of the time of a whole compilation to start.
enum AutolinkEntries {
    /// - Returns: In the order of the section; empty without one; nil if the file is no ELF file of 64 bits, least
    ///   significant byte first.
    static func read(_ path: String) -> [String]? {
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe) else { return nil }
        return entries(in: data)
    }

    /// System V ABI, chapter 4: the header names the table of sections, a section header its name and extent.
    static func entries(in file: Data) -> [String]? {
        guard file.prefix(6).elementsEqual([0x7F, 0x45, 0x4C, 0x46, 2, 1]),
            let table = number(file, at: 40, bytes: 8), let size = number(file, at: 58, bytes: 2),
            let count = number(file, at: 60, bytes: 2), let namesIndex = number(file, at: 62, bytes: 2),
            size >= 64, let names = section(file, table, size, namesIndex)
        else { return nil }
        // An object has a section for every function: find the name once and compare numbers, not names.
        guard let name = names.range(of: Data(".swift1_autolink_entries\0".utf8)) else { return [] }
        let wanted = name.lowerBound - names.startIndex
        for index in 0..<count {
            guard table <= file.count, index < (file.count - table) / size else { return nil }
            guard number(file, at: table + index * size, bytes: 4) == wanted else { continue }
            return section(file, table, size, index).map { found in
                found.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }.filter { $0.hasPrefix("-l") }
            }
        }
        return []
    }

    private static func section(_ file: Data, _ table: Int, _ size: Int, _ index: Int) -> Data? {
        guard table <= file.count, index < (file.count - table) / size else { return nil }
        let header = table + index * size
        guard let offset = number(file, at: header + 24, bytes: 8),
            let length = number(file, at: header + 32, bytes: 8),
            offset <= file.count, length <= file.count - offset
        else { return nil }
        let start = file.startIndex + offset
        return file[start..<start + length]
    }

    /// Nil beyond the end of the file and for what no `Int` holds.
    private static func number(_ file: Data, at offset: Int, bytes: Int) -> Int? {
        guard offset >= 0, offset <= file.count - bytes else { return nil }
        let start = file.startIndex + offset
        var value: UInt64 = 0
        for index in (start..<start + bytes).reversed() { value = value << 8 | UInt64(file[index]) }
        return Int(exactly: value)
    }
}
