package org.defcore.report;

import freemarker.cache.ClassTemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** The templates of this package: what they are given is escaped, and they can load nothing. */
final class Templates {

  private final Configuration configuration;

  Templates() {
    configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setTemplateLoader(new ClassTemplateLoader(Templates.class, ""));
    configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
    configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
    configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setWrapUncheckedExceptions(true);
    configuration.setLocale(Locale.ROOT);
    configuration.setLocalizedLookup(false);
  }

  /**
   * The whole document; the same page gives the same bytes.
   *
   * @param page what the template calls {@code page}; {@code signs} is there, too
   */
  String render(String template, Object page) {
    StringWriter html = new StringWriter();
    try {
      configuration.getTemplate(template).process(Map.of("page", page, "signs", new OutcomeSymbols()), html);
    } catch (IOException | TemplateException e) {
      throw new IllegalStateException(template + " does not fit its page: " + e.getMessage(), e);
    }
    return PlainText.of(html.toString());
  }
}
