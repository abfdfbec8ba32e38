import static org.objectweb.asm.Opcodes.*;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Makes classes of a jar's lambdas and method references, and code of its records' {@code equals} and {@code hashCode}. Java makes each when
 * it is first reached, and compiles what it makes them with, which is a third of what a check costs beyond the driver; a class that is in
 * the jar costs a fraction of that, and fits into an archive of classes. Conversions and access are those of {@code LambdaMetafactory}: the
 * class is of the nest of the one whose lambda it is. What asks for more than an interface is left as it is. The build runs this file.
 */
final class PlainClasses {

    private static final String FACTORY = "java/lang/invoke/LambdaMetafactory";
    private static final String RECORDS = "java/lang/runtime/ObjectMethods";

    private final Map<String, byte[]> classes = new LinkedHashMap<>();
    private final Map<String, List<String>> nests = new LinkedHashMap<>();
    private final Map<String, List<String>> lambdas = new HashMap<>();

    private PlainClasses() {}

    /** @param arguments the jar, a list of classes for an archive, and the list to be written, which has each one's lambdas too */
    public static void main(String[] arguments) throws IOException {
        Path jar = Path.of(arguments[0]);
        PlainClasses plain = new PlainClasses();
        Files.write(jar, plain.rewritten(jar));
        List<String> list = new ArrayList<>();
        for (String name : Files.readAllLines(Path.of(arguments[1]))) {
            list.add(name);
            list.addAll(plain.lambdas.getOrDefault(name, List.of()));
        }
        Files.write(Path.of(arguments[2]), list);
    }

    private byte[] rewritten(Path jar) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile from = new ZipFile(jar.toFile());
                ZipOutputStream to = new ZipOutputStream(bytes)) {
            List<? extends ZipEntry> entries = from.stream().toList();
            for (ZipEntry entry : entries) {
                // those of other versions of Java are left alone
                if (entry.getName().endsWith(".class") && !entry.getName().startsWith("META-INF/")) {
                    new Rewriting().of(from.getInputStream(entry).readAllBytes());
                }
            }
            nests.forEach((host, members) -> classes.compute(host, (name, code) -> withMembers(code, members)));
            long time = entries.get(0).getTime();
            for (ZipEntry entry : entries) {
                byte[] changed = classes.remove(entry.getName().replaceFirst("[.]class$", ""));
                add(to, entry.getName(), entry.getTime(), changed == null ? from.getInputStream(entry).readAllBytes() : changed);
            }
            for (Map.Entry<String, byte[]> made : classes.entrySet()) {
                add(to, made.getKey() + ".class", time, made.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream to, String name, long time, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(time);
        to.putNextEntry(entry);
        to.write(content);
        to.closeEntry();
    }

    private static byte[] withMembers(byte[] host, List<String> members) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(host).accept(writer, 0);
        members.forEach(writer::visitNestMember);
        return writer.toByteArray();
    }

    /** Goes through one class. */
    private final class Rewriting {

        private String name;
        private String host;
        private int made;
        private final Map<String, String> records = new LinkedHashMap<>();
        private Handle[] components = {};

        void of(byte[] code) {
            ClassWriter writer = new ClassWriter(0);
            new ClassReader(code).accept(new ClassVisitor(ASM9, writer) {
                @Override
                public void visit(int version, int access, String own, String generic, String above, String[] faces) {
                    name = own;
                    host = own;
                    // the first one with nests
                    super.visit(Math.max(version, V11), access, own, generic, above, faces);
                }

                @Override
                public void visitNestHost(String nestHost) {
                    host = nestHost;
                    super.visitNestHost(nestHost);
                }

                @Override
                public MethodVisitor visitMethod(int access, String method, String form, String generic, String[] thrown) {
                    return new MethodVisitor(ASM9, super.visitMethod(access, method, form, generic, thrown)) {
                        @Override
                        public void visitInvokeDynamicInsn(String method, String form, Handle factory, Object... given) {
                            if (factory.getOwner().equals(FACTORY) && factory.getName().equals("metafactory")) {
                                String lambda = name + "$$L" + ++made;
                                classes.put(lambda, lambda(lambda, host, method, form, given));
                                lambdas.computeIfAbsent(name, key -> new ArrayList<>()).add(lambda);
                                nests.computeIfAbsent(host, key -> new ArrayList<>()).add(lambda);
                                super.visitMethodInsn(INVOKESTATIC, lambda, "of", form, false);
                            } else if (factory.getOwner().equals(RECORDS) && !method.equals("toString")) {
                                records.put(method, form);
                                components = Arrays.copyOfRange(given, 2, given.length, Handle[].class);
                                super.visitMethodInsn(INVOKESTATIC, name, "plain$" + method, form, false);
                            } else {
                                super.visitInvokeDynamicInsn(method, form, factory, given);
                            }
                        }
                    };
                }

                @Override
                public void visitEnd() {
                    records.forEach((method, form) -> {
                        MethodVisitor to =
                                visitMethod(ACC_PRIVATE | ACC_STATIC | ACC_SYNTHETIC, "plain$" + method, form, null, null);
                        if (method.equals("hashCode")) {
                            hash(to, components);
                        } else {
                            equal(to, name, components);
                        }
                    });
                    super.visitEnd();
                }
            }, 0);
            if (made > 0 || !records.isEmpty()) {
                classes.put(name, writer.toByteArray());
            }
        }
    }

    /** @param form what it captures, and the interface that it is of */
    private static byte[] lambda(String name, String host, String method, String form, Object... given) {
        Type[] captured = Type.getArgumentTypes(form);
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(
                V11,
                ACC_FINAL | ACC_SUPER | ACC_SYNTHETIC,
                name,
                null,
                "java/lang/Object",
                new String[] {Type.getReturnType(form).getInternalName()});
        writer.visitNestHost(host);
        String kept = Type.getMethodDescriptor(Type.VOID_TYPE, captured);
        for (int i = 0; i < captured.length; i++) {
            writer.visitField(ACC_PRIVATE | ACC_FINAL, "c" + i, captured[i].getDescriptor(), null, null);
        }

        MethodVisitor of = writer.visitMethod(ACC_STATIC, "of", form, null, null);
        of.visitCode();
        of.visitTypeInsn(NEW, name);
        of.visitInsn(DUP);
        int local = 0;
        for (Type type : captured) {
            of.visitVarInsn(type.getOpcode(ILOAD), local);
            local += type.getSize();
        }
        of.visitMethodInsn(INVOKESPECIAL, name, "<init>", kept, false);
        of.visitInsn(ARETURN);
        of.visitMaxs(0, 0);

        MethodVisitor made = writer.visitMethod(ACC_PRIVATE, "<init>", kept, null, null);
        made.visitCode();
        made.visitVarInsn(ALOAD, 0);
        made.visitMethodInsn(INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        local = 1;
        for (int i = 0; i < captured.length; i++) {
            made.visitVarInsn(ALOAD, 0);
            made.visitVarInsn(captured[i].getOpcode(ILOAD), local);
            made.visitFieldInsn(PUTFIELD, name, "c" + i, captured[i].getDescriptor());
            local += captured[i].getSize();
        }
        made.visitInsn(RETURN);
        made.visitMaxs(0, 0);

        call(writer, name, method, captured, (Type) given[0], (Handle) given[1], (Type) given[2]);
        writer.visitEnd();
        return writer.toByteArray();
    }

    /** @param exact the same types as the method's, as they are where the lambda stands */
    private static void call(
            ClassWriter writer, String name, String method, Type[] captured, Type erased, Handle code, Type exact) {
        boolean creates = code.getTag() == H_NEWINVOKESPECIAL;
        Type owner = Type.getObjectType(code.getOwner());
        List<Type> wanted = new ArrayList<>();
        if (!creates && code.getTag() != H_INVOKESTATIC) {
            wanted.add(owner);
        }
        wanted.addAll(List.of(Type.getArgumentTypes(code.getDesc())));
        MethodVisitor to = writer.visitMethod(ACC_PUBLIC, method, erased.getDescriptor(), null, null);
        to.visitCode();
        if (creates) {
            to.visitTypeInsn(NEW, code.getOwner());
            to.visitInsn(DUP);
        }
        for (int i = 0; i < captured.length; i++) {
            to.visitVarInsn(ALOAD, 0);
            to.visitFieldInsn(GETFIELD, name, "c" + i, captured[i].getDescriptor());
        }
        Type[] taken = erased.getArgumentTypes();
        int local = 1;
        for (int i = 0; i < taken.length; i++) {
            to.visitVarInsn(taken[i].getOpcode(ILOAD), local);
            local += taken[i].getSize();
            convert(to, taken[i], exact.getArgumentTypes()[i], wanted.get(captured.length + i));
        }
        to.visitMethodInsn(
                switch (code.getTag()) {
                    case H_INVOKESTATIC -> INVOKESTATIC;
                    case H_NEWINVOKESPECIAL -> INVOKESPECIAL;
                    case H_INVOKEINTERFACE -> INVOKEINTERFACE;
                    case H_INVOKEVIRTUAL -> INVOKEVIRTUAL;
                    // a private one, which a nest's members call like another
                    case H_INVOKESPECIAL -> code.isInterface() ? INVOKEINTERFACE : INVOKEVIRTUAL;
                    default -> throw new IllegalStateException("No method: " + code);
                },
                code.getOwner(),
                code.getName(),
                code.getDesc(),
                code.isInterface());
        Type returned = creates ? owner : Type.getReturnType(code.getDesc());
        Type result = erased.getReturnType();
        if (result.getSort() == Type.VOID) {
            if (returned.getSize() > 0) {
                to.visitInsn(returned.getSize() == 2 ? POP2 : POP);
            }
        } else {
            convert(to, returned, result, result);
        }
        to.visitInsn(result.getOpcode(IRETURN));
        to.visitMaxs(0, 0);
    }

    /** The number that {@code ObjectMethods} makes of the same components. */
    private static void hash(MethodVisitor to, Handle[] components) {
        to.visitCode();
        to.visitInsn(ICONST_0);
        for (Handle component : components) {
            Type type = Type.getType(component.getDesc());
            boolean reference = type.getSort() >= Type.ARRAY;
            to.visitIntInsn(BIPUSH, 31);
            to.visitInsn(IMUL);
            to.visitVarInsn(ALOAD, 0);
            to.visitFieldInsn(GETFIELD, component.getOwner(), component.getName(), component.getDesc());
            to.visitMethodInsn(
                    INVOKESTATIC,
                    reference ? "java/util/Objects" : box(type),
                    "hashCode",
                    "(" + (reference ? "Ljava/lang/Object;" : type) + ")I",
                    false);
            to.visitInsn(IADD);
        }
        to.visitInsn(IRETURN);
        to.visitMaxs(3, 1);
    }

    private static void equal(MethodVisitor to, String name, Handle[] components) {
        Label different = new Label();
        to.visitCode();
        to.visitVarInsn(ALOAD, 1);
        to.visitTypeInsn(INSTANCEOF, name);
        to.visitJumpInsn(IFEQ, different);
        for (Handle component : components) {
            Type type = Type.getType(component.getDesc());
            boolean reference = type.getSort() >= Type.ARRAY;
            to.visitVarInsn(ALOAD, 0);
            to.visitFieldInsn(GETFIELD, component.getOwner(), component.getName(), component.getDesc());
            to.visitVarInsn(ALOAD, 1);
            to.visitTypeInsn(CHECKCAST, name);
            to.visitFieldInsn(GETFIELD, component.getOwner(), component.getName(), component.getDesc());
            to.visitMethodInsn(
                    INVOKESTATIC,
                    reference ? "java/util/Objects" : box(type),
                    reference ? "equals" : "compare",
                    reference ? "(Ljava/lang/Object;Ljava/lang/Object;)Z" : "(" + type + type + ")I",
                    false);
            to.visitJumpInsn(reference ? IFEQ : IFNE, different);
        }
        to.visitInsn(ICONST_1);
        to.visitInsn(IRETURN);
        to.visitLabel(different);
        to.visitFrame(F_SAME, 0, null, 0, null);
        to.visitInsn(ICONST_0);
        to.visitInsn(IRETURN);
        to.visitMaxs(4, 2);
    }

    /** Makes of a value what is wanted; a reference is of this exact type by then. */
    private static void convert(MethodVisitor to, Type from, Type exact, Type wanted) {
        boolean reference = from.getSort() >= Type.ARRAY;
        if (wanted.getSort() >= Type.ARRAY) {
            if (!reference) {
                String box = box(from);
                to.visitMethodInsn(INVOKESTATIC, box, "valueOf", "(" + from + ")L" + box + ";", false);
            } else if (!exact.equals(from) && !exact.getInternalName().equals("java/lang/Object")) {
                to.visitTypeInsn(CHECKCAST, exact.getInternalName());
            }
        } else if (reference) {
            Type simple = unboxed(exact) == null ? unboxed(from) == null ? wanted : unboxed(from) : unboxed(exact);
            String box = box(simple);
            if (!from.getInternalName().equals(box)) {
                to.visitTypeInsn(CHECKCAST, box);
            }
            to.visitMethodInsn(INVOKEVIRTUAL, box, simple.getClassName() + "Value", "()" + simple, false);
            widen(to, simple, wanted);
        } else {
            widen(to, from, wanted);
        }
    }

    private static void widen(MethodVisitor to, Type from, Type wanted) {
        if (from.getOpcode(ILOAD) != wanted.getOpcode(ILOAD)) {
            to.visitInsn(
                    switch (from.getOpcode(ILOAD) + " " + wanted.getOpcode(ILOAD)) {
                        case ILOAD + " " + LLOAD -> I2L;
                        case ILOAD + " " + FLOAD -> I2F;
                        case ILOAD + " " + DLOAD -> I2D;
                        case LLOAD + " " + FLOAD -> L2F;
                        case LLOAD + " " + DLOAD -> L2D;
                        case FLOAD + " " + DLOAD -> F2D;
                        default -> throw new IllegalStateException(from + " is no " + wanted);
                    });
        }
    }

    private static String box(Type simple) {
        return switch (simple.getSort()) {
            case Type.BOOLEAN -> "java/lang/Boolean";
            case Type.CHAR -> "java/lang/Character";
            case Type.BYTE -> "java/lang/Byte";
            case Type.SHORT -> "java/lang/Short";
            case Type.INT -> "java/lang/Integer";
            case Type.FLOAT -> "java/lang/Float";
            case Type.LONG -> "java/lang/Long";
            case Type.DOUBLE -> "java/lang/Double";
            default -> throw new IllegalStateException(simple + " has no box");
        };
    }

    private static Type unboxed(Type reference) {
        for (String simple : List.of("Z", "C", "B", "S", "I", "F", "J", "D")) {
            if (reference.getSort() == Type.OBJECT && box(Type.getType(simple)).equals(reference.getInternalName())) {
                return Type.getType(simple);
            }
        }
        return null;
    }
}
