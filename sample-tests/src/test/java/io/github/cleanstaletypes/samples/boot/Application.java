package io.github.cleanstaletypes.samples.boot;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** What is tested: an application whose context migrates the database when it starts. */
@SpringBootApplication
public class Application {}
