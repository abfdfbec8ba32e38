package io.github.cleanstaletypes.internal.error.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What could not be dropped is named in words, which differ from language to language. */
class DescribedTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "cannot drop type app.mood because other objects depend on it|TYPE|app.mood|",
                "cannot drop type \"My type\" because other objects depend on it|TYPE|\"My type\"|",
                "cannot drop column c of table app.accounts because other objects depend on it|COLUMN|c|app.accounts",
                "kann Typ mood nicht löschen, weil andere Objekte davon abhängen|TYPE|mood|",
                "kann Spalte c von Tabelle t nicht löschen, weil andere Objekte davon abhängen|COLUMN|c|t",
                "n'a pas pu supprimer type composite pair car d'autres objets en dépendent|TYPE|pair|",
                "他のオブジェクトが依存しているためテーブルt の列 cを削除できません|COLUMN|c|t",
                "他のオブジェクトが依存しているためテーブル空間tsを削除できません|TABLESPACE|ts|",
                "无法删除 表 t的列c 因为有其它对象倚赖它|COLUMN|c|t",
                "기타 다른 개체들이 이 개체에 의존하고 있어, mood 자료형 삭제할 수 없음|TYPE|mood|",
                "удалить объект тип mood нельзя, так как от него зависят другие объекты|TYPE|mood|",
                "无法删除 视图 v 因为有其它对象倚赖它|RELATION|v|"
            })
    void an_object_in_words_is_read(String line, ObjectKind kind, String name, String table) {
        Match match = ServerMessages.in("ERROR:  " + line).get(0);
        assertThat(ServerMessages.described(match)).contains(new Described(kind, name, Optional.ofNullable(table)));
    }

    @Test
    void each_kind_is_read_in_each_language() {
        List<String> wrong = new ArrayList<>();
        Samples.lines().filter(line -> line[1].startsWith("object ")).forEach(line -> {
            Description description = Description.valueOf(line[1].substring("object ".length()));
            String text = line[2].replaceFirst("%(1\\$)?s", "\"A b\"").replaceFirst("%(2\\$)?s", "\"A b\"");
            Match match = new Match(ServerMessage.DEPENDENT_OBJECTS, line[0], 0, 0, List.of(text));
            Described read = ServerMessages.described(match).orElseThrow();
            // Georgian has the same words for a policy and a rule
            boolean twin = line[0].equals("ka") && description == Description.RULE;
            if (read.kind() != (twin ? ObjectKind.POLICY : description.kind())
                    || !read.name().equals("\"A b\"")
                    || !read.table().orElse("\"A b\"").equals("\"A b\"")) {
                wrong.add(line[0] + " " + text + " -> " + read);
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_message_without_such_words_has_none() {
        Match match = ServerMessages.in("type \"mood\" already exists").get(0);
        assertThat(ServerMessages.described(match)).isEmpty();
    }
}
