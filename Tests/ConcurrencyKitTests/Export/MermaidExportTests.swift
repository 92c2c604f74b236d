import ConcurrencyKit
import Testing

/// Sequence diagrams. That Mermaid draws them was tried with its own code; here they are compared.
@Suite struct MermaidExportTests {
    @Test func gatherThatFails() {
        #expect(
            TraceExport.mermaid(ExportedProgram.gatherFailure.trace()) == #"""
                sequenceDiagram
                    participant task0 as the loop
                    participant task1 as Task-1
                    participant task2 as Task-2
                    participant task3 as Task-3
                    Note over task1: 0 ms: is created
                    activate task1
                    task1->>task2: 0 ms: creates for gather 1
                    task1->>task3: 0 ms: creates for gather 1
                    Note over task1: 0 ms: opens gather 1 of Task-2, Task-3
                    Note over task1: 0 ms: waits for gather 1
                    deactivate task1
                    activate task2
                    Note over task2: 0 ms: sleeps until 2000 ms
                    deactivate task2
                    activate task3
                    Note over task3: 0 ms: sleeps until 1000 ms
                    deactivate task3
                    activate task3
                    Note over task3: 1000 ms: throws Failure: no b
                    deactivate task3
                    Note over task1: 1000 ms: gather 1 ends
                    activate task1
                    Note over task1: 1000 ms: throws Failure: no b
                    deactivate task1
                    task0-)task2: 1000 ms: asks to cancel
                    Note over task0: 1000 ms: opens gather 2 of Task-2
                    activate task2
                    Note over task2: 1000 ms: ends cancelled
                    deactivate task2
                    Note over task0: 1000 ms: gather 2 ends

                """#
        )
    }

    /// It is the loop whose timer asks.
    @Test func timeoutThatExpires() {
        #expect(
            TraceExport.mermaid(ExportedProgram.timeout.trace()) == #"""
                sequenceDiagram
                    participant task0 as the loop
                    participant task1 as Task-1
                    Note over task1: 0 ms: is created
                    activate task1
                    Note over task1: 0 ms: opens timeout 1 until 250 ms
                    Note over task1: 0 ms: sleeps until 60000 ms
                    deactivate task1
                    task0-)task1: 250 ms: asks to cancel
                    activate task1
                    Note over task1: 250 ms: timeout 1 ends
                    Note over task1: 250 ms: throws TimeoutError
                    deactivate task1

                """#
        )
    }

    @Test func requestToCancel() {
        #expect(
            TraceExport.mermaid(ExportedProgram.cancel.trace()) == #"""
                sequenceDiagram
                    participant task1 as Task-1
                    participant task2 as nap
                    Note over task1: 0 ms: is created
                    activate task1
                    task1->>task2: 0 ms: creates
                    Note over task1: 0 ms: sleeps until 1000 ms
                    deactivate task1
                    activate task2
                    Note over task2: 0 ms: sleeps until 100000 ms
                    deactivate task2
                    activate task1
                    task1-)task2: 1000 ms: asks to cancel: enough
                    Note over task1: 1000 ms: waits for nap
                    deactivate task1
                    activate task2
                    Note over task2: 1000 ms: ends cancelled: enough
                    deactivate task2
                    activate task1
                    Note over task1: 1000 ms: returns
                    deactivate task1

                """#
        )
    }

    @Test func namesOfAllSorts() {
        #expect(
            TraceExport.mermaid(ExportedProgram.renamed.trace()) == #"""
                sequenceDiagram
                    participant task1 as Task-1
                    participant task2 as twin (task 2)
                    participant task3 as twin (task 3)
                    participant task4 as task 4
                    participant task5 as new#92;nline
                    participant task6 as right#92;u#123;202E#125;to left
                    participant task7 as end
                    participant task8 as #35;1#59; A-#62;#62;B#58; x #37;#37; #34;y#34;
                    participant task9 as 家 👩‍👩‍👧
                    participant task10 as chief
                    Note over task1: 0 ms: is created
                    activate task1
                    task1->>task2: 0 ms: creates
                    task1->>task3: 0 ms: creates
                    task1->>task4: 0 ms: creates
                    task1->>task5: 0 ms: creates
                    task1->>task6: 0 ms: creates
                    task1->>task7: 0 ms: creates
                    task1->>task8: 0 ms: creates
                    task1->>task9: 0 ms: creates
                    task1->>task10: 0 ms: creates
                    Note over task10: 0 ms: is now called chief
                    Note over task1: 0 ms: sleeps until 1000 ms
                    deactivate task1
                    activate task2
                    Note over task2: 0 ms: returns
                    deactivate task2
                    activate task3
                    Note over task3: 0 ms: returns
                    deactivate task3
                    activate task4
                    Note over task4: 0 ms: returns
                    deactivate task4
                    activate task5
                    Note over task5: 0 ms: returns
                    deactivate task5
                    activate task6
                    Note over task6: 0 ms: returns
                    deactivate task6
                    activate task7
                    Note over task7: 0 ms: returns
                    deactivate task7
                    activate task8
                    Note over task8: 0 ms: returns
                    deactivate task8
                    activate task9
                    Note over task9: 0 ms: returns
                    deactivate task9
                    activate task10
                    Note over task10: 0 ms: returns
                    deactivate task10
                    activate task1
                    Note over task1: 1000 ms: returns
                    deactivate task1

                """#
        )
    }

    @Test func noEventsAreAnEmptyDiagram() {
        #expect(TraceExport.mermaid([]) == "sequenceDiagram\n")
    }
}
